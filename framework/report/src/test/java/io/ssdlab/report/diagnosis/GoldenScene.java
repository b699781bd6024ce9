package io.ssdlab.report.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A case of a golden file: its scene, and the numbers of the reference. */
record GoldenScene(Scene scene, JsonNode json) {

    static Stream<GoldenScene> read(String file) throws IOException {
        try (InputStream in = GoldenScene.class.getResourceAsStream("/golden/" + file)) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get("cases").spliterator(), false)
                    .map(GoldenScene::of)
                    .toList()
                    .stream();
        }
    }

    private static GoldenScene of(JsonNode json) {
        // VOC's case names classes and images, boxes by corners; COCO's numbers them, boxes by corner and size.
        boolean voc = !json.has("categories");
        List<String> classes = (voc
                        ? elements(json, "gts", "dets").map(node -> node.get("class"))
                        : elements(json, "categories"))
                .map(JsonNode::asText)
                .distinct()
                .sorted()
                .toList();
        List<Scene.SceneImage> images = elements(json, "images")
                .map(image -> (image.has("id") ? image.get("id") : image).asText())
                .map(id -> new Scene.SceneImage(
                        id,
                        elements(json, "gts")
                                .filter(node -> image(node).equals(id))
                                .map(node -> object(node, classes))
                                .toList(),
                        elements(json, "dets")
                                .filter(node -> image(node).equals(id))
                                .map(node -> new Detection(
                                        label(node, classes), node.get("score").asDouble(), box(node)))
                                .toList()))
                .toList();
        return new GoldenScene(new Scene(classes, images), json);
    }

    private static Stream<JsonNode> elements(JsonNode json, String... lists) {
        return Stream.of(lists)
                .flatMap(list -> StreamSupport.stream(json.get(list).spliterator(), false));
    }

    private static String image(JsonNode node) {
        return (node.has("image") ? node.get("image") : node.get("image_id")).asText();
    }

    private static AnnotatedObject object(JsonNode node, List<String> classes) {
        PixelBox box = box(node);
        return new AnnotatedObject(
                box,
                label(node, classes),
                node.path("difficult").asInt() == 1,
                node.path("iscrowd").asInt() == 1,
                node.path("area").asDouble(box.width() * box.height()));
    }

    private static int label(JsonNode node, List<String> classes) {
        JsonNode name = node.has("class") ? node.get("class") : node.get("category_id");
        return classes.indexOf(name.asText()) + 1;
    }

    private static PixelBox box(JsonNode node) {
        double[] values = new double[4];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get("bbox").get(i).asDouble();
        }
        return node.has("class")
                ? new PixelBox(values[0], values[1], values[2], values[3])
                : PixelBox.ofSize(values[0], values[1], values[2], values[3]);
    }

    @Override
    public String toString() {
        return json.get("name").asText();
    }
}
