package io.ssdlab.benchmark;

import io.ssdlab.core.data.TargetEncoder;
import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matcher;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** SSD's matching of the 8732 prior boxes of SSD300 with an image's objects, and the offsets to learn, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
public class MatchingBenchmark {

    private static final int CLASSES = 20;
    private static final int IMAGES = 64;

    /** Objects of an image. */
    @Param({"3", "10"})
    public int objects;

    private PriorBoxes priors;
    private Matcher matcher;
    private TargetEncoder encoder;
    private List<List<GroundTruth>> images;
    private int image;

    /** Draws the objects. */
    @Setup
    public void draw() {
        PaperExperiment paper = PaperExperiment.load(Path.of("../.."));
        priors = DetectorLayout.of(
                        paper.components().backbone(),
                        paper.components().priors(),
                        paper.experiment().model().inputSize(),
                        Set.of())
                .priors();
        matcher = paper.components().matcher();
        encoder = new TargetEncoder(
                new BoxCoder(priors, paper.experiment().model().boxCoding()));
        RandomPredictions predictions = new RandomPredictions(priors, CLASSES, new SplittableRandom(1));
        images = Stream.generate(() -> predictions.objects(objects))
                .limit(IMAGES)
                .toList();
    }

    /** The targets of an image, in arrays of their own. */
    @Benchmark
    public float[] matchAndEncode() {
        image = (image + 1) % IMAGES;
        List<GroundTruth> truths = images.get(image);
        int[] labels = new int[priors.size()];
        float[] offsets = new float[4 * priors.size()];
        encoder.encode(truths, matcher.match(priors, truths), 0, labels, offsets);
        return offsets;
    }
}
