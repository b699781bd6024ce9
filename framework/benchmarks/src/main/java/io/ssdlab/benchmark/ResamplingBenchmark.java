package io.ssdlab.benchmark;

import io.ssdlab.core.evaluate.ImageResamples;
import io.ssdlab.plugin.datasets.coco.evaluation.CocoMetric;
import io.ssdlab.plugin.datasets.evaluation.Convention;
import io.ssdlab.plugin.datasets.evaluation.Voc07Metric;
import io.ssdlab.plugin.datasets.evaluation.Voc07MetricConfig;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.evaluation.WeightedScore;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** The value of a metric under resamples of the test images, with matching and ranking. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class ResamplingBenchmark {

    /** As many resamples as the slow way can do while one waits. */
    private static final int FEW = 10;

    /** {@code voc07} or {@code coco}. */
    @Param({"voc07", "coco"})
    public String metric;

    /** {@code small}: 400 images, 20 classes, 40,000 detections; {@code large}: 5,000, 80 and 500,000. */
    @Param({"small", "large"})
    public String split;

    private Metric scoring;
    private List<String> classes;
    private List<EvaluatedImage> images;
    private ImageResamples resamples;

    /** Makes the split. */
    @Setup
    public void prepare() {
        RandomSplit made = split.equals("small") ? new RandomSplit(400, 20, 3, 100) : new RandomSplit(5000, 80, 7, 100);
        scoring = metric.equals("voc07")
                ? new Voc07Metric(new Voc07MetricConfig(Convention.DEVKIT, 0.5))
                : new CocoMetric();
        classes = made.classNames();
        images = made.evaluated();
        resamples =
                ImageResamples.of(images.stream().map(EvaluatedImage::imageId).toList());
    }

    /** All 1000 resamples by the metric's own way, on all cores. */
    @Benchmark
    public double[] thousandByCounting() {
        return resamples.values(scoring.weighted(classes, images));
    }

    /** Ten resamples by the way that every metric has: scoring lists of repeated images. */
    @Benchmark
    public double tenByRepeating() {
        Metric plain = scoring::score;
        WeightedScore repeating = plain.weighted(classes, images);
        double sum = 0;
        for (int resample = 0; resample < FEW; resample++) {
            sum += repeating.value(resamples.counts(resample));
        }
        return sum;
    }
}
