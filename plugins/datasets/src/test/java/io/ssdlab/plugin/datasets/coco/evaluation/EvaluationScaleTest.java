package io.ssdlab.plugin.datasets.coco.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metric on many images and classes against {@link PlainEvaluation}. */
final class EvaluationScaleTest {

    private static final int CLASSES = 12;
    private static final int IMAGES = 150;
    private static final int DETECTIONS_AN_IMAGE = 60;
    private static final double TOLERANCE = 1e-12;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void equalsTheProtocolWrittenOut(long seed) {
        List<EvaluatedImage> images = images(new SplittableRandom(seed));
        List<String> classes =
                IntStream.range(0, CLASSES).mapToObj(i -> "class" + i).toList();

        Scores scores = new CocoMetric().score(classes, images);

        assertThat(scores.value()).isEqualTo(mean(images, 0, 1e10, 100).averagePrecision(), within(TOLERANCE));
        assertThat(scores.details().get("APs"))
                .isEqualTo(mean(images, 0, 1024, 100).averagePrecision(), within(TOLERANCE));
        assertThat(scores.details().get("APm"))
                .isEqualTo(mean(images, 1024, 9216, 100).averagePrecision(), within(TOLERANCE));
        assertThat(scores.details().get("ARl"))
                .isEqualTo(mean(images, 9216, 1e10, 100).recall(), within(TOLERANCE));
        assertThat(scores.details().get("AR1"))
                .isEqualTo(mean(images, 0, 1e10, 1).recall(), within(TOLERANCE));
        assertThat(scores.details().get("AR10"))
                .isEqualTo(mean(images, 0, 1e10, 10).recall(), within(TOLERANCE));
    }

    private static PlainEvaluation.Result mean(List<EvaluatedImage> images, double least, double greatest, int most) {
        double precision = 0;
        double recall = 0;
        int count = 0;
        for (int label = 1; label <= CLASSES; label++) {
            for (int threshold = 0; threshold < Thresholds.ious(); threshold++) {
                PlainEvaluation.Result result =
                        new PlainEvaluation(label, least, greatest, Thresholds.iou(threshold), most).of(images);
                if (!Double.isNaN(result.recall())) {
                    precision += result.averagePrecision();
                    recall += result.recall();
                    count++;
                }
            }
        }
        return new PlainEvaluation.Result(precision / count, recall / count);
    }

    /** Crowds, boxes without area, equal scores, crowded images; ids whose order is that of the list. */
    private static List<EvaluatedImage> images(SplittableRandom random) {
        List<EvaluatedImage> images = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            List<AnnotatedObject> objects = new ArrayList<>();
            for (int k = random.nextInt(12); k > 0; k--) {
                PixelBox box = box(random);
                objects.add(new AnnotatedObject(
                        box,
                        label(random),
                        false,
                        random.nextInt(10) == 0,
                        box.width() * box.height() * random.nextDouble(0.3, 1)));
            }
            List<Detection> detections = new ArrayList<>();
            int count = random.nextInt(10) == 0 ? 10 * DETECTIONS_AN_IMAGE : random.nextInt(2 * DETECTIONS_AN_IMAGE);
            for (int k = 0; k < count; k++) {
                detections.add(detection(objects, random));
            }
            images.add(new EvaluatedImage(String.valueOf(1000 + i), 640, 480, objects, detections));
        }
        return images;
    }

    private static Detection detection(List<AnnotatedObject> objects, SplittableRandom random) {
        double score = random.nextInt(100) / 100.0;
        if (objects.isEmpty() || random.nextBoolean()) {
            return new Detection(label(random), score, box(random));
        }
        AnnotatedObject object = objects.get(random.nextInt(objects.size()));
        PixelBox box = object.box();
        return new Detection(
                object.label(),
                score,
                PixelBox.ofSize(
                        box.xMin() + random.nextInt(-4, 5),
                        box.yMin() + random.nextInt(-4, 5),
                        box.width(),
                        box.height()));
    }

    /** The last class is rare: in small images it may have no object. */
    private static int label(SplittableRandom random) {
        return random.nextInt(1000) == 0 ? CLASSES : 1 + random.nextInt(CLASSES - 1);
    }

    private static PixelBox box(SplittableRandom random) {
        int side = random.nextInt(3) == 0 ? 250 : 60;
        return PixelBox.ofSize(
                random.nextInt(600), random.nextInt(440), random.nextInt(side), random.nextInt(side) + 0.25);
    }
}
