package io.ssdlab.plugin.datasets.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ssdlab.plugin.datasets.ranking.ImageCounts;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.evaluation.Scores;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of the reference implementations: py-faster-rcnn, ssd.pytorch and the authors' Caffe. */
final class GoldenVocEvaluationTest {

    private static final double DEVKIT_TOLERANCE = 1e-12;
    private static final double CAFFE_TOLERANCE = 1e-6;

    static Stream<Scene> scenes() throws IOException {
        return Scene.read("/golden/voc_eval.json");
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void devkit(Scene scene) {
        assertAveragePrecisions(scene, Convention.DEVKIT, "devkit_plus1");
        assertCurves(scene);
        assertMeans(scene);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void ssdPytorch(Scene scene) {
        assertAveragePrecisions(scene, Convention.SSD_PYTORCH, "ssd_pytorch_no_plus1");
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void caffe(Scene scene) {
        Scores elevenPoint = metric07(Convention.CAFFE_NORMALISED).score(scene.classes(), scene.images());
        Scores area = metric12(Convention.CAFFE_NORMALISED).score(scene.classes(), scene.images());
        Scores integral = new Voc12Metric(new Voc12MetricConfig(Convention.CAFFE_NORMALISED, 0.5, AreaRule.INTEGRAL))
                .score(scene.classes(), scene.images());
        List<RankedVerdicts> ranked = new DetectionJudge(new VocRule(Convention.CAFFE_NORMALISED, 0.5))
                .judge(scene.classes().size(), scene.images());
        double sum = 0;
        for (int i = 0; i < ranked.size(); i++) {
            String name = scene.classes().get(i);
            JsonNode golden = scene.json().at("/per_class/" + name + "/caffe_normalised_float32");
            assertThat(ranked.get(i).groundTruths())
                    .isEqualTo(golden.get("npos").asInt());
            assertThat(Collections.frequency(ranked.get(i).verdicts(), Verdict.TRUE_POSITIVE))
                    .isEqualTo(golden.get("n_tp").asInt());
            assertThat(Collections.frequency(ranked.get(i).verdicts(), Verdict.FALSE_POSITIVE))
                    .isEqualTo(golden.get("n_fp").asInt());
            double golden07 = golden.at("/ap/11point").asDouble();
            assertThat(orZero(elevenPoint.perClass().get(name))).isEqualTo(golden07, within(CAFFE_TOLERANCE));
            assertThat(orZero(area.perClass().get(name)))
                    .isEqualTo(golden.at("/ap/MaxIntegral").asDouble(), within(CAFFE_TOLERANCE));
            assertThat(orZero(integral.perClass().get(name)))
                    .isEqualTo(golden.at("/ap/Integral").asDouble(), within(CAFFE_TOLERANCE));
            sum += golden07;
        }
        assertThat(elevenPoint.value()).isEqualTo(sum / ranked.size(), within(CAFFE_TOLERANCE));
    }

    private static void assertAveragePrecisions(Scene scene, Convention convention, String key) {
        Scores elevenPoint = metric07(convention).score(scene.classes(), scene.images());
        Scores area = metric12(convention).score(scene.classes(), scene.images());
        for (String name : scene.classes()) {
            JsonNode golden = scene.json().at("/per_class/" + name + "/" + key);
            // The references stumble over classes without ground truth (NaN) or detections (an error, or -1): 0 here.
            assertThat(orZero(elevenPoint.perClass().get(name)))
                    .isEqualTo(Math.max(0, golden.path("ap_11point").asDouble()), within(DEVKIT_TOLERANCE));
            assertThat(orZero(area.perClass().get(name)))
                    .isEqualTo(Math.max(0, golden.path("ap_area").asDouble()), within(DEVKIT_TOLERANCE));
        }
    }

    private static void assertCurves(Scene scene) {
        List<RankedVerdicts> ranked = new DetectionJudge(new VocRule(Convention.DEVKIT, 0.5))
                .judge(scene.classes().size(), scene.images());
        for (int c = 0; c < ranked.size(); c++) {
            JsonNode golden = scene.json().at("/per_class/" + scene.classes().get(c) + "/devkit_plus1");
            if (ranked.get(c).groundTruths() == 0 || golden.path("recall").isMissingNode()) {
                continue;
            }
            List<Verdict> verdicts = ranked.get(c).verdicts();
            assertThat(verdicts).hasSize(golden.get("recall").size());
            PrecisionRecallCurve curve =
                    ranked.get(c).curve(ImageCounts.ones(scene.images().size())).orElseThrow();
            int points = 0;
            for (int i = 0; i < verdicts.size(); i++) {
                if (verdicts.get(i) == Verdict.TRUE_POSITIVE) {
                    assertThat(curve.recall(points))
                            .isEqualTo(golden.at("/recall/" + i).asDouble(), within(DEVKIT_TOLERANCE));
                    assertThat(curve.precision(points))
                            .isEqualTo(golden.at("/precision/" + i).asDouble(), within(DEVKIT_TOLERANCE));
                    points++;
                }
            }
            assertThat(curve.length()).isEqualTo(points);
        }
    }

    /** The golden means leave out classes without detections, on which the reference fails; ours count them as 0. */
    private static void assertMeans(Scene scene) {
        List<RankedVerdicts> ranked = new DetectionJudge(new VocRule(Convention.DEVKIT, 0.5))
                .judge(scene.classes().size(), scene.images());
        long withTruth = ranked.stream().filter(r -> r.groundTruths() > 0).count();
        long withBoth = ranked.stream()
                .filter(r -> r.groundTruths() > 0 && !r.verdicts().isEmpty())
                .count();
        double share = withBoth / (double) withTruth;
        String suffix = "_devkit_over_classes_with_positives_and_detections";
        assertThat(metric07(Convention.DEVKIT)
                        .score(scene.classes(), scene.images())
                        .value())
                .isEqualTo(share * scene.json().get("map_11point" + suffix).asDouble(), within(DEVKIT_TOLERANCE));
        assertThat(metric12(Convention.DEVKIT)
                        .score(scene.classes(), scene.images())
                        .value())
                .isEqualTo(share * scene.json().get("map_area" + suffix).asDouble(), within(DEVKIT_TOLERANCE));
    }

    private static Metric metric07(Convention convention) {
        return new Voc07Metric(new Voc07MetricConfig(convention, 0.5));
    }

    private static Metric metric12(Convention convention) {
        return new Voc12Metric(new Voc12MetricConfig(convention, 0.5, AreaRule.MAX_INTEGRAL));
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
