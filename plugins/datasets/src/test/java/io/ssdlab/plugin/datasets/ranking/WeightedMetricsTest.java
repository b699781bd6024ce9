package io.ssdlab.plugin.datasets.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.plugin.datasets.coco.evaluation.CocoMetric;
import io.ssdlab.plugin.datasets.evaluation.AreaRule;
import io.ssdlab.plugin.datasets.evaluation.Convention;
import io.ssdlab.plugin.datasets.evaluation.IlsvrcConvention;
import io.ssdlab.plugin.datasets.evaluation.IlsvrcMetric;
import io.ssdlab.plugin.datasets.evaluation.IlsvrcMetricConfig;
import io.ssdlab.plugin.datasets.evaluation.Voc07Metric;
import io.ssdlab.plugin.datasets.evaluation.Voc07MetricConfig;
import io.ssdlab.plugin.datasets.evaluation.Voc12Metric;
import io.ssdlab.plugin.datasets.evaluation.Voc12MetricConfig;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.evaluation.WeightedScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every metric under counts against the same metric on the repeated images, in scenes that are as awkward as can be. */
final class WeightedMetricsTest {

    private static final List<String> CLASSES = List.of("ant", "bee", "cow", "yeti");
    private static final double EXACT = 1e-12;
    private static final int RESAMPLES = 40;

    static Stream<Metric> metrics() {
        return Stream.of(
                        Arrays.stream(Convention.values())
                                .map(convention -> new Voc07Metric(new Voc07MetricConfig(convention, 0.5))),
                        Arrays.stream(Convention.values())
                                .flatMap(convention -> Arrays.stream(AreaRule.values())
                                        .map(rule -> new Voc12Metric(new Voc12MetricConfig(convention, 0.5, rule)))),
                        Arrays.stream(IlsvrcConvention.values())
                                .map(convention -> new IlsvrcMetric(new IlsvrcMetricConfig(convention))),
                        Stream.of(new CocoMetric()))
                .flatMap(metrics -> metrics);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void countsGiveTheValueOfTheRepeatedImages(Metric metric) {
        List<EvaluatedImage> images = images(new SplittableRandom(1), 40);
        WeightedScore weighted = metric.weighted(CLASSES, images);
        SplittableRandom random = new SplittableRandom(2);
        for (int resample = 0; resample < RESAMPLES; resample++) {
            int[] counts = new int[images.size()];
            for (int i = 0; i < counts.length; i++) {
                counts[random.nextInt(counts.length)]++;
            }

            assertThat(weighted.value(counts))
                    .isEqualTo(metric.score(CLASSES, repeated(images, counts)).value(), within(EXACT));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void countsOfOneGiveTheValueToTheLastBit(Metric metric) {
        List<EvaluatedImage> images = images(new SplittableRandom(3), 60);
        int[] ones = new int[images.size()];
        Arrays.fill(ones, 1);

        assertThat(metric.weighted(CLASSES, images).value(ones))
                .isEqualTo(metric.score(CLASSES, images).value());
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void aSingleImageMayBeLeft(Metric metric) {
        List<EvaluatedImage> images = images(new SplittableRandom(4), 30);
        WeightedScore weighted = metric.weighted(CLASSES, images);
        for (int i = 0; i < images.size(); i++) {
            int[] counts = new int[images.size()];
            counts[i] = 3;
            double value = metric.score(CLASSES, repeated(images, counts)).value();

            if (Double.isNaN(value)) {
                assertThat(weighted.value(counts)).isNaN();
            } else {
                assertThat(weighted.value(counts)).isEqualTo(value, within(EXACT));
            }
        }
    }

    @Test
    void theScenesAreAwkward() {
        List<EvaluatedImage> images = images(new SplittableRandom(1), 40);

        assertThat(images).anyMatch(image -> image.groundTruths().isEmpty());
        assertThat(images).anyMatch(image -> image.detections().size() > 100);
        assertThat(images).anyMatch(image -> image.groundTruths().stream().anyMatch(AnnotatedObject::crowd));
        assertThat(new Voc07Metric(new Voc07MetricConfig(Convention.DEVKIT, 0.5))
                        .score(CLASSES, images)
                        .value())
                .isBetween(0.02, 0.98);
    }

    /** Difficult objects, crowds, scores of which many are equal, more detections than COCO looks at; ids out of order. */
    private static List<EvaluatedImage> images(SplittableRandom random, int count) {
        List<EvaluatedImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<AnnotatedObject> objects = new ArrayList<>();
            for (int k = random.nextInt(5); k > 0; k--) {
                objects.add(new AnnotatedObject(
                        box(random), 1 + random.nextInt(3), random.nextInt(6) == 0, random.nextInt(8) == 0));
            }
            List<Detection> detections = new ArrayList<>();
            for (int k = random.nextInt(i % 10 == 0 ? 500 : 12); k > 0; k--) {
                double score = random.nextInt(1, 21) / 20.0;
                if (objects.isEmpty() || random.nextInt(3) == 0) {
                    detections.add(new Detection(1 + random.nextInt(4), score, box(random)));
                } else {
                    AnnotatedObject object = objects.get(random.nextInt(objects.size()));
                    detections.add(new Detection(object.label(), score, near(object.box(), random)));
                }
            }
            images.add(new EvaluatedImage(String.valueOf((i * 7919) % 1000), 640, 480, objects, detections));
        }
        return images;
    }

    private static PixelBox box(SplittableRandom random) {
        return PixelBox.ofSize(
                random.nextInt(500), random.nextInt(380), 10 + random.nextInt(120), 10 + random.nextInt(90));
    }

    private static PixelBox near(PixelBox box, SplittableRandom random) {
        return PixelBox.ofSize(
                box.xMin() + random.nextInt(-6, 7), box.yMin() + random.nextInt(-6, 7), box.width(), box.height());
    }

    private static List<EvaluatedImage> repeated(List<EvaluatedImage> images, int[] counts) {
        return IntStream.range(0, counts.length)
                .boxed()
                .flatMap(i -> Collections.nCopies(counts[i], images.get(i)).stream())
                .toList();
    }
}
