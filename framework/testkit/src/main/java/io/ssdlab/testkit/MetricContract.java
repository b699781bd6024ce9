package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Metric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Metric} keeps to. Extend it in the tests of a plugin and provide the metric:
 *
 * <pre>{@code
 * final class MyMetricTest extends MetricContract {
 *     @Override
 *     protected Metric metric() {
 *         return new MyMetric(...);
 *     }
 * }
 * }</pre>
 */
public abstract class MetricContract {

    private static final List<String> CLASSES = List.of("cat", "dog", "bird");
    private static final int WIDTH = 500;
    private static final int HEIGHT = 375;
    private static final int IMAGES = 30;
    private static final double ROUNDING = 1e-9;

    /** A new metric with its default settings. */
    protected abstract Metric metric();

    @Test
    void perfectDetectionsScoreOne() {
        assertThat(value(images(MetricContract::perfect))).isEqualTo(1, within(ROUNDING));
    }

    @Test
    void noDetectionsScoreZero() {
        assertThat(value(images(objects -> List.of()))).isZero();
    }

    @Test
    void valuesLieBetweenZeroAndOne() {
        List<EvaluatedImage> images = images(fair(5));

        assertThat(value(images)).isBetween(0.0, 1.0);
        assertThat(metric().score(CLASSES, images).perClass().values())
                .allSatisfy(precision -> assertThat(precision).isBetween(0.0, 1.0));
    }

    @Test
    void eachClassHasItsScoreInLabelOrder() {
        assertThat(metric().score(CLASSES, images(fair(5))).perClass().keySet()).containsExactlyElementsOf(CLASSES);
    }

    @Test
    void imagesWithoutObjectsAndDetectionsChangeNothing() {
        List<EvaluatedImage> images = images(fair(6));
        List<EvaluatedImage> withEmpty = new ArrayList<>(images);
        withEmpty.add(0, new EvaluatedImage("empty", WIDTH, HEIGHT, List.of(), List.of()));

        assertThat(metric().score(CLASSES, withEmpty)).isEqualTo(metric().score(CLASSES, images));
    }

    @Test
    void aSplitWithoutGroundTruthIsNoFailure() {
        List<EvaluatedImage> images = List.of(new EvaluatedImage(
                "empty", WIDTH, HEIGHT, List.of(), List.of(new Detection(1, 0.5f, new PixelBox(1, 1, 50, 50)))));

        double value = value(images);

        assertThat(Double.isNaN(value) || value == 0)
                .as("NaN or 0, but " + value)
                .isTrue();
    }

    @Test
    void falsePositivesNeverRaiseTheValue() {
        for (int seed = 0; seed < 10; seed++) {
            List<EvaluatedImage> images = images(fair(seed));
            List<EvaluatedImage> worse = images.stream()
                    .map(image -> detecting(image, with(image.detections(), falsePositive(image))))
                    .toList();

            assertThat(value(worse)).isLessThanOrEqualTo(value(images) + ROUNDING);
        }
    }

    @Test
    void theOrderOfImagesAndDetectionsDoesNotMatter() {
        List<EvaluatedImage> images = images(fair(7));
        Random order = new Random(1);
        List<EvaluatedImage> shuffled = new ArrayList<>();
        for (EvaluatedImage image : images) {
            List<Detection> detections = new ArrayList<>(image.detections());
            Collections.shuffle(detections, order);
            shuffled.add(detecting(image, detections));
        }
        Collections.shuffle(shuffled, order);

        assertThat(value(shuffled)).isEqualTo(value(images), within(ROUNDING));
    }

    @Test
    void scoringTwiceGivesTheSame() {
        List<EvaluatedImage> images = images(fair(8));
        Metric metric = metric();

        assertThat(metric.score(CLASSES, images)).isEqualTo(metric.score(CLASSES, images));
        assertThat(metric().score(CLASSES, images)).isEqualTo(metric.score(CLASSES, images));
    }

    private double value(List<EvaluatedImage> images) {
        return metric().score(CLASSES, images).value();
    }

    /** Images with one to four objects far from each other, some difficult, all classes among them. */
    private static List<EvaluatedImage> images(Function<List<AnnotatedObject>, List<Detection>> detector) {
        RandomGenerator random = new SplittableRandom(3);
        List<EvaluatedImage> images = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            List<AnnotatedObject> objects = new ArrayList<>();
            for (int cell = random.nextInt(4); cell < 4; cell++) {
                double left = 10 + cell * 120 + random.nextInt(20);
                double top = 10 + random.nextInt(100);
                PixelBox box = new PixelBox(left, top, left + 40 + random.nextInt(50), top + 40 + random.nextInt(100));
                boolean difficult = i >= CLASSES.size() && random.nextInt(8) == 0;
                objects.add(new AnnotatedObject(box, 1 + (i + cell) % CLASSES.size(), difficult, false));
            }
            images.add(new EvaluatedImage("image" + i, WIDTH, HEIGHT, objects, detector.apply(objects)));
        }
        return images;
    }

    private static List<Detection> perfect(List<AnnotatedObject> objects) {
        return objects.stream()
                .map(object -> new Detection(object.label(), 0.9f, object.box()))
                .toList();
    }

    /** Finds most objects, not all of them well or as what they are, with scores that are all different. */
    private static Function<List<AnnotatedObject>, List<Detection>> fair(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        return objects -> {
            List<Detection> detections = new ArrayList<>();
            for (AnnotatedObject object : objects) {
                PixelBox box = object.box();
                double shift = random.nextDouble(-20, 20);
                PixelBox found =
                        new PixelBox(box.xMin() + shift, box.yMin() + shift, box.xMax() + shift, box.yMax() + shift);
                int label = random.nextInt(5) == 0 ? 1 + random.nextInt(CLASSES.size()) : object.label();
                if (random.nextInt(6) > 0) {
                    detections.add(new Detection(label, random.nextFloat(0.2f, 1), found));
                }
            }
            return detections;
        };
    }

    /** Below every score of {@link #fair} and where {@link #images} never has an object. */
    private static Detection falsePositive(EvaluatedImage image) {
        int label = 1 + Math.floorMod(image.imageId().hashCode(), CLASSES.size());
        return new Detection(label, 0.1f, new PixelBox(10, 280, 90, 360));
    }

    private static List<Detection> with(List<Detection> detections, Detection more) {
        List<Detection> all = new ArrayList<>(detections);
        all.add(more);
        return all;
    }

    private static EvaluatedImage detecting(EvaluatedImage image, List<Detection> detections) {
        return new EvaluatedImage(image.imageId(), image.width(), image.height(), image.groundTruths(), detections);
    }
}
