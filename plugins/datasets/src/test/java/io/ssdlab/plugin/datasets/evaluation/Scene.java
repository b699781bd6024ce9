package io.ssdlab.plugin.datasets.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A case of a golden file. */
record Scene(JsonNode json) {

    static Stream<Scene> read(String resource) throws IOException {
        try (InputStream in = Scene.class.getResourceAsStream(resource)) {
            return StreamSupport.stream(
                            new ObjectMapper().readTree(in).get("cases").spliterator(), false)
                    .map(Scene::new);
        }
    }

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
                    .map(node -> new Detection(label(node), node.get("score").asDouble(), box(node)))
                    .toList();
            images.add(new EvaluatedImage(
                    id.asText(), json.get("width").asInt(), json.get("height").asInt(), objects, detections));
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
