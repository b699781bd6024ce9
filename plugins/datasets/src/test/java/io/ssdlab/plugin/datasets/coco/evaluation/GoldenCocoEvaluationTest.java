package io.ssdlab.plugin.datasets.coco.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Scores;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of pycocotools: the twelve, and those of each category. */
final class GoldenCocoEvaluationTest {

    private static final double TOLERANCE = 1e-12;

    /** A scene of the golden file. */
    record Scene(JsonNode json) {

        List<String> classes() {
            return elements("categories").map(JsonNode::asText).toList();
        }

        List<EvaluatedImage> images() {
            List<EvaluatedImage> images = new ArrayList<>();
            for (JsonNode image : json.get("images")) {
                List<AnnotatedObject> objects = of(image, "gts")
                        .map(node -> new AnnotatedObject(
                                box(node),
                                label(node),
                                false,
                                node.get("iscrowd").asInt() == 1,
                                node.get("area").asDouble()))
                        .toList();
                List<Detection> detections = of(image, "dets")
                        .map(node ->
                                new Detection(label(node), node.get("score").asDouble(), box(node)))
                        .toList();
                images.add(new EvaluatedImage(
                        image.get("id").asText(),
                        image.get("width").asInt(),
                        image.get("height").asInt(),
                        objects,
                        detections));
            }
            return images;
        }

        private Stream<JsonNode> of(JsonNode image, String list) {
            return elements(list).filter(node -> node.get("image_id").equals(image.get("id")));
        }

        private Stream<JsonNode> elements(String list) {
            return StreamSupport.stream(json.get(list).spliterator(), false);
        }

        private int label(JsonNode node) {
            return classes().indexOf(node.get("category_id").asText()) + 1;
        }

        private static PixelBox box(JsonNode node) {
            JsonNode box = node.get("bbox");
            return PixelBox.ofSize(
                    box.get(0).asDouble(),
                    box.get(1).asDouble(),
                    box.get(2).asDouble(),
                    box.get(3).asDouble());
        }

        @Override
        public String toString() {
            return json.get("name").asText();
        }
    }

    static Stream<Scene> scenes() throws IOException {
        return Stream.concat(scenes("coco_eval.json"), scenes("coco_eval_corners.json"));
    }

    private static Stream<Scene> scenes(String file) throws IOException {
        try (InputStream in = GoldenCocoEvaluationTest.class.getResourceAsStream("/golden/" + file)) {
            return StreamSupport.stream(
                            new ObjectMapper().readTree(in).get("cases").spliterator(), false)
                    .map(Scene::new);
        }
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void theTwelveNumbers(Scene scene) {
        Scores scores = new CocoMetric().score(scene.classes(), scene.images());

        JsonNode golden = scene.json().get("stats");
        assertSame(scores.value(), golden.get("AP"));
        assertThat(scores.details().keySet())
                .containsExactly("AP50", "AP75", "APs", "APm", "APl", "AR1", "AR10", "AR100", "ARs", "ARm", "ARl");
        scores.details().forEach((name, value) -> assertSame(value, golden.get(name)));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void eachCategory(Scene scene) {
        List<String> classes = scene.classes();
        Scores scores = new CocoMetric().score(classes, scene.images());
        for (int i = 0; i < classes.size(); i++) {
            JsonNode golden = scene.json().at("/per_category/" + classes.get(i));
            assertSame(scores.perClass().get(classes.get(i)), golden.get("ap"));
            Scores alone = new CocoMetric().score(List.of("it"), only(i + 1, scene.images()));
            assertSame(alone.details().get("AP50"), golden.get("ap50"));
            assertSame(alone.details().get("AR100"), golden.get("ar100"));
        }
    }

    private static List<EvaluatedImage> only(int label, List<EvaluatedImage> images) {
        return images.stream()
                .map(image -> new EvaluatedImage(
                        image.imageId(),
                        image.width(),
                        image.height(),
                        image.groundTruths().stream()
                                .filter(object -> object.label() == label)
                                .map(object -> new AnnotatedObject(
                                        object.box(), 1, object.difficult(), object.crowd(), object.area()))
                                .toList(),
                        image.detections().stream()
                                .filter(detection -> detection.label() == label)
                                .map(detection -> new Detection(1, detection.score(), detection.box()))
                                .toList()))
                .toList();
    }

    private static void assertSame(double actual, JsonNode golden) {
        // -1 is what pycocotools has for undefined.
        assertThat(Double.isNaN(actual) ? -1 : actual).isEqualTo(golden.asDouble(), within(TOLERANCE));
    }
}
