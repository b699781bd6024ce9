package io.ssdlab.benchmark;

import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.detect.DetectedBox;
import io.ssdlab.core.detect.DetectionOutput;
import io.ssdlab.core.model.DetectorLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the logits and offsets of SSD300's 8732 prior boxes to the detections of an image, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
public class PostProcessingBenchmark {

    private static final int CLASSES = 20;
    private static final int IMAGES = 16;
    private static final int OBJECTS = 10;

    private DetectionOutput output;
    private float[][] logits;
    private float[][] offsets;
    private int image;

    /** Draws the predictions. */
    @Setup
    public void draw() {
        PaperExperiment paper = PaperExperiment.load(Path.of("../.."));
        DetectorLayout layout = DetectorLayout.of(
                paper.components().backbone(),
                paper.components().priors(),
                paper.experiment().model().inputSize(),
                Set.of());
        BoxCoder coder =
                new BoxCoder(layout.priors(), paper.experiment().model().boxCoding());
        output = paper.experiment().detection().output(coder, CLASSES);
        RandomPredictions predictions = new RandomPredictions(layout.priors(), CLASSES, new SplittableRandom(1));
        logits = new float[IMAGES][];
        offsets = new float[IMAGES][];
        for (int i = 0; i < IMAGES; i++) {
            logits[i] = predictions.logits(predictions.objects(OBJECTS));
            offsets[i] = predictions.offsets();
        }
    }

    /** One image after the other. */
    @Benchmark
    public List<DetectedBox> detect() {
        image = (image + 1) % IMAGES;
        return output.detect(logits[image], offsets[image], 0);
    }
}
