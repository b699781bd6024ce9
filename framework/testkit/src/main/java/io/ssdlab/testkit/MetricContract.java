package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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
    private static final double EXACT = 1e-12;
    private static final int RESAMPLES = 20;

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

    @Test
    void countsOfOneGiveTheValue() {
        List<EvaluatedImage> images = images(tied(fair(9)));
        int[] ones = new int[images.size()];
        Arrays.fill(ones, 1);

        assertThat(metric().weighted(CLASSES, images).value(ones)).isEqualTo(value(images), within(EXACT));
    }

    @Test
    void countsGiveTheValueOfTheRepeatedImages() {
        List<EvaluatedImage> images = images(tied(fair(10)));
        WeightedScore weighted = metric().weighted(CLASSES, images);
        RandomGenerator random = new SplittableRandom(11);
        for (int resample = 0; resample < RESAMPLES; resample++) {
            // Many images are left out at first, and with them whole classes.
            int most = 1 + resample / 4;
            int[] counts = IntStream.range(0, images.size())
                    .map(i -> Math.max(0, random.nextInt(-6 + most, 1 + most)))
                    .toArray();

            assertSame(weighted.value(counts), value(repeated(images, counts)));
        }
    }

    @Test
    void countsOfZeroLeaveNoImage() {
        List<EvaluatedImage> images = images(fair(12));

        assertSame(metric().weighted(CLASSES, images).value(new int[images.size()]), value(List.of()));
    }

    @Test
    void countsThatDoNotFitTheImagesAreRefused() {
        List<EvaluatedImage> images = images(fair(13));
        WeightedScore weighted = metric().weighted(CLASSES, images);
        int[] negative = new int[images.size()];
        negative[3] = -1;

        assertThatThrownBy(() -> weighted.value(new int[images.size() + 1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> weighted.value(negative)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void manyThreadsMayAskForCounts() {
        List<EvaluatedImage> images = images(fair(14));
        WeightedScore weighted = metric().weighted(CLASSES, images);
        List<int[]> counts = IntStream.range(0, 200)
                .mapToObj(seed ->
                        new SplittableRandom(seed).ints(images.size(), 0, 3).toArray())
                .toList();

        assertThat(counts.parallelStream().map(weighted::value).toList())
                .isEqualTo(counts.stream().map(weighted::value).toList());
    }

    private static void assertSame(double weighted, double repeated) {
        if (Double.isNaN(repeated)) {
            assertThat(weighted).isNaN();
        } else {
            assertThat(weighted).isEqualTo(repeated, within(EXACT));
        }
    }

    private static List<EvaluatedImage> repeated(List<EvaluatedImage> images, int[] counts) {
        List<EvaluatedImage> repeated = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            EvaluatedImage image = images.get(i);
            for (int time = 0; time < counts[i]; time++) {
                // A space comes before all that ids are made of, so their order stays as it is.
                String id = image.imageId() + " ".repeat(time);
                repeated.add(new EvaluatedImage(
                        id, image.width(), image.height(), image.groundTruths(), image.detections()));
            }
        }
        return repeated;
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

    /** The same detections and a few false ones, with scores of which many are equal, within an image and among them. */
    private static Function<List<AnnotatedObject>, List<Detection>> tied(
            Function<List<AnnotatedObject>, List<Detection>> detector) {
        return objects -> {
            List<Detection> detections = new ArrayList<>();
            for (Detection detection : detector.apply(objects)) {
                double score = Math.round(detection.score() * 4) / 4.0;
                detections.add(new Detection(detection.label(), score, new PixelBox(10, 280, 90, 360)));
                detections.add(new Detection(detection.label(), score, detection.box()));
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
