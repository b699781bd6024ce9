package io.ssdlab.plugin.datasets.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.evaluation.Scores;
import io.ssdlab.testkit.MetricContract;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class IlsvrcMetricTest extends MetricContract {

    private static final PixelBox LARGE = new PixelBox(11, 11, 110, 110);
    private static final PixelBox SMALL = new PixelBox(11, 11, 20, 20);

    @Override
    protected Metric metric() {
        return metric(IlsvrcConvention.DEVKIT);
    }

    static Stream<Scene> scenes() throws IOException {
        return Scene.read("/golden/ilsvrc_eval.json");
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void agreesWithTheDevkit(Scene scene) {
        Scores scores = metric().score(scene.classes(), scene.images());

        for (String name : scene.classes()) {
            double golden = scene.json().at("/per_class/" + name).asDouble(Double.NaN);
            if (Double.isNaN(golden)) {
                assertThat(scores.perClass().get(name)).isNaN();
            } else {
                assertThat(scores.perClass().get(name)).isEqualTo(golden, within(1e-12));
            }
        }
        assertThat(scores.value()).isEqualTo(scene.json().get("map").asDouble(), within(1e-12));
    }

    @Test
    void theThresholdOfAnObjectIsLessIfItIsSmall() {
        // 10 x 10 pixels: 100 / 400. A detection of 20 x 20 pixels around it has just this IoU.
        assertThat(score(IlsvrcConvention.DEVKIT, SMALL, new PixelBox(6, 6, 25, 25)))
                .isEqualTo(1);
        assertThat(score(IlsvrcConvention.DEVKIT, SMALL, new PixelBox(6, 6, 25, 26)))
                .isZero();
        assertThat(score(IlsvrcConvention.CAFFE, SMALL, new PixelBox(6, 6, 25, 25)))
                .isZero();
    }

    @Test
    void anIouOfHalfIsAHit() {
        assertThat(score(IlsvrcConvention.DEVKIT, LARGE, new PixelBox(11, 11, 60, 110)))
                .isEqualTo(1);
        assertThat(score(IlsvrcConvention.DEVKIT, LARGE, new PixelBox(11, 11, 59, 110)))
                .isZero();
    }

    @Test
    void aDetectionOfAFoundObjectFindsAFreeOneNearby() {
        PixelBox nearby = new PixelBox(15, 11, 114, 110);
        EvaluatedImage image = image(
                List.of(object(LARGE, false), object(nearby, false)),
                List.of(new Detection(1, 0.9f, LARGE), new Detection(1, 0.8f, LARGE)));

        assertThat(value(IlsvrcConvention.DEVKIT, image)).isEqualTo(1);
        assertThat(value(IlsvrcConvention.CAFFE, image)).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void thereAreNoDifficultObjects() {
        EvaluatedImage image =
                image(List.of(object(LARGE, true), object(SMALL, false)), List.of(new Detection(1, 0.9f, SMALL)));

        assertThat(value(IlsvrcConvention.DEVKIT, image)).isEqualTo(0.5, within(1e-12));
        assertThat(value(IlsvrcConvention.CAFFE, image)).isEqualTo(1);
    }

    private static double score(IlsvrcConvention convention, PixelBox object, PixelBox detection) {
        return value(convention, image(List.of(object(object, false)), List.of(new Detection(1, 0.9f, detection))));
    }

    private static double value(IlsvrcConvention convention, EvaluatedImage image) {
        return metric(convention).score(List.of("ant"), List.of(image)).value();
    }

    private static EvaluatedImage image(List<AnnotatedObject> objects, List<Detection> detections) {
        return new EvaluatedImage("ILSVRC2012_val_00000001", 500, 375, objects, detections);
    }

    private static AnnotatedObject object(PixelBox box, boolean difficult) {
        return new AnnotatedObject(box, 1, difficult, false);
    }

    private static Metric metric(IlsvrcConvention convention) {
        return new IlsvrcMetric(new IlsvrcMetricConfig(convention));
    }
}
