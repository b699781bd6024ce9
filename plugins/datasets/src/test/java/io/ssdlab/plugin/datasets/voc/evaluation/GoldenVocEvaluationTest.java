package io.ssdlab.plugin.datasets.voc.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.evaluation.Scores;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of the reference implementations: py-faster-rcnn, ssd.pytorch and the authors' Caffe. */
final class GoldenVocEvaluationTest {

    private static final double DEVKIT_TOLERANCE = 1e-12;
    private static final double CAFFE_TOLERANCE = 1e-6;

    /** A scene of the golden file. */
    record Scene(JsonNode json) {

        List<String> classes() {
            return StreamSupport.stream(
                            ((Iterable<String>) () -> json.get("per_class").fieldNames()).spliterator(), false)
                    .toList();
        }

        List<EvaluatedImage> images() {
            List<EvaluatedImage> images = new ArrayList<>();
            for (JsonNode id : json.get("images")) {
                List<AnnotatedObject> objects = of(id, "gts")
                        .map(node -> new AnnotatedObject(
                                box(node), label(node), node.get("difficult").asInt() == 1, false))
                        .toList();
                List<Detection> detections = of(id, "dets")
                        .map(node ->
                                new Detection(label(node), node.get("score").asDouble(), box(node)))
                        .toList();
                images.add(new EvaluatedImage(
                        id.asText(),
                        json.get("width").asInt(),
                        json.get("height").asInt(),
                        objects,
                        detections));
            }
            return images;
        }

        private Stream<JsonNode> of(JsonNode id, String list) {
            return StreamSupport.stream(json.get(list).spliterator(), false)
                    .filter(node -> node.get("image").equals(id));
        }

        private int label(JsonNode node) {
            return classes().indexOf(node.get("class").asText()) + 1;
        }

        private static PixelBox box(JsonNode node) {
            JsonNode corners = node.get("bbox");
            return new PixelBox(
                    corners.get(0).asDouble(),
                    corners.get(1).asDouble(),
                    corners.get(2).asDouble(),
                    corners.get(3).asDouble());
        }

        @Override
        public String toString() {
            return json.get("name").asText();
        }
    }

    static Stream<Scene> scenes() throws IOException {
        try (InputStream in = GoldenVocEvaluationTest.class.getResourceAsStream("/golden/voc_eval.json")) {
            return StreamSupport.stream(
                            new ObjectMapper().readTree(in).get("cases").spliterator(), false)
                    .map(Scene::new);
        }
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
        List<RankedVerdicts> ranked = new DetectionJudge(Convention.CAFFE_NORMALISED, 0.5)
                .judge(scene.classes().size(), scene.images());
        double sum = 0;
        for (int i = 0; i < ranked.size(); i++) {
            String name = scene.classes().get(i);
            JsonNode golden = scene.json().at("/per_class/" + name + "/caffe_normalised_float32");
            assertThat(ranked.get(i).groundTruths())
                    .isEqualTo(golden.get("npos").asInt());
            assertThat(ranked.get(i).count(Verdict.TRUE_POSITIVE))
                    .isEqualTo(golden.get("n_tp").asInt());
            assertThat(ranked.get(i).count(Verdict.FALSE_POSITIVE))
                    .isEqualTo(golden.get("n_fp").asInt());
            double golden07 = golden.at("/ap/11point").asDouble();
            assertThat(orZero(elevenPoint.perClass().get(name))).isEqualTo(golden07, within(CAFFE_TOLERANCE));
            assertThat(orZero(area.perClass().get(name)))
                    .isEqualTo(golden.at("/ap/MaxIntegral").asDouble(), within(CAFFE_TOLERANCE));
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
        List<RankedVerdicts> ranked =
                new DetectionJudge(Convention.DEVKIT, 0.5).judge(scene.classes().size(), scene.images());
        for (int c = 0; c < ranked.size(); c++) {
            JsonNode golden = scene.json().at("/per_class/" + scene.classes().get(c) + "/devkit_plus1");
            if (ranked.get(c).groundTruths() == 0 || golden.path("recall").isMissingNode()) {
                continue;
            }
            PrecisionRecallCurve curve = PrecisionRecallCurve.of(ranked.get(c));
            assertThat(curve.length()).isEqualTo(golden.get("recall").size());
            for (int i = 0; i < curve.length(); i++) {
                assertThat(curve.recall(i)).isEqualTo(golden.at("/recall/" + i).asDouble(), within(DEVKIT_TOLERANCE));
                assertThat(curve.precision(i))
                        .isEqualTo(golden.at("/precision/" + i).asDouble(), within(DEVKIT_TOLERANCE));
            }
        }
    }

    /** The golden means leave out classes without detections, on which the reference fails; ours count them as 0. */
    private static void assertMeans(Scene scene) {
        List<RankedVerdicts> ranked =
                new DetectionJudge(Convention.DEVKIT, 0.5).judge(scene.classes().size(), scene.images());
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
        return new Voc07Metric(new VocMetricConfig(convention, 0.5));
    }

    private static Metric metric12(Convention convention) {
        return new Voc12Metric(new VocMetricConfig(convention, 0.5));
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
