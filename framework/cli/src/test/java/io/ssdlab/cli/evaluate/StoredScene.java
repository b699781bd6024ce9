package io.ssdlab.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A case of the golden VOC scores, and the files that others would have it in. */
record StoredScene(JsonNode json) {

    private static final int FIRST_ID = 101;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<StoredScene> all() throws IOException {
        try (InputStream in = StoredScene.class.getResourceAsStream("/golden/voc_eval.json")) {
            return StreamSupport.stream(MAPPER.readTree(in).get("cases").spliterator(), false)
                    .map(StoredScene::new);
        }
    }

    List<String> classes() {
        List<String> classes = new ArrayList<>();
        json.get("per_class").fieldNames().forEachRemaining(classes::add);
        return classes;
    }

    /** Those that an annotation folder shows, sorted as labels are. */
    List<String> annotatedClasses() {
        TreeSet<String> classes = new TreeSet<>();
        json.get("gts").forEach(object -> classes.add(object.get("class").asText()));
        return List.copyOf(classes);
    }

    /** Annotations and image lists of a data set, without pictures. */
    void writeVoc(Path folder, String split) throws IOException {
        Files.createDirectories(folder.resolve("Annotations"));
        Files.createDirectories(folder.resolve("ImageSets/Main"));
        List<String> ids = new ArrayList<>();
        for (JsonNode id : json.get("images")) {
            ids.add(id.asText());
            StringBuilder xml = new StringBuilder("<annotation>\n<size><width>%d</width><height>%d</height></size>\n"
                    .formatted(json.get("width").asInt(), json.get("height").asInt()));
            for (JsonNode object : json.get("gts")) {
                if (object.get("image").equals(id)) {
                    JsonNode box = object.get("bbox");
                    xml.append("""
                            <object><name>%s</name><difficult>%d</difficult><bndbox>\
                            <xmin>%s</xmin><ymin>%s</ymin><xmax>%s</xmax><ymax>%s</ymax></bndbox></object>
                            """.formatted(
                                    object.get("class").asText(),
                                    object.get("difficult").asInt(),
                                    box.get(0),
                                    box.get(1),
                                    box.get(2),
                                    box.get(3)));
                }
            }
            Files.writeString(folder.resolve("Annotations/" + id.asText() + ".xml"), xml + "</annotation>\n");
        }
        Files.write(folder.resolve("ImageSets/Main/" + split + ".txt"), ids);
    }

    /** VOC's result files, one for each class. */
    void writeResultFiles(Path folder, String prefix) throws IOException {
        Files.createDirectories(folder);
        for (String name : classes()) {
            List<String> lines = new ArrayList<>();
            for (JsonNode detection : json.get("dets")) {
                if (detection.get("class").asText().equals(name)) {
                    JsonNode box = detection.get("bbox");
                    lines.add("%s %s %s %s %s %s"
                            .formatted(
                                    detection.get("image").asText(),
                                    detection.get("score"),
                                    box.get(0),
                                    box.get(1),
                                    box.get(2),
                                    box.get(3)));
                }
            }
            Files.write(folder.resolve(prefix + name + ".txt"), lines);
        }
    }

    /** COCO's instances, where images have numbers for ids and the names of the scene for files. */
    void writeInstances(Path file) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode images = root.putArray("images");
        for (JsonNode id : json.get("images")) {
            int number = FIRST_ID + images.size();
            images.addObject()
                    .put("id", number)
                    .put("file_name", "test/" + id.asText() + ".jpg")
                    .put("width", json.get("width").asInt())
                    .put("height", json.get("height").asInt());
        }
        ArrayNode categories = root.putArray("categories");
        classes().forEach(name -> {
            int number = 1 + categories.size();
            categories.addObject().put("id", number).put("name", name);
        });
        ArrayNode annotations = root.putArray("annotations");
        for (JsonNode object : json.get("gts")) {
            int number = 1 + annotations.size();
            ObjectNode annotation = annotations
                    .addObject()
                    .put("id", number)
                    .put("image_id", number(object))
                    .put("category_id", classes().indexOf(object.get("class").asText()) + 1)
                    .put("difficult", object.get("difficult").asInt());
            putBox(annotation, object.get("bbox"));
        }
        Files.write(file, MAPPER.writeValueAsBytes(root));
    }

    /** COCO's results for {@link #writeInstances}. */
    void writeResults(Path file) throws IOException {
        write(file, classes(), (record, detection) -> record.put("image_id", number(detection)));
    }

    /** COCO's results for {@link #writeVoc}; such a folder has no number for a class without objects. */
    void writeResultsOnVoc(Path file) throws IOException {
        write(
                file,
                annotatedClasses(),
                (record, detection) ->
                        record.put("image_id", detection.get("image").asInt()));
    }

    private interface ImageId {
        void put(ObjectNode record, JsonNode detection);
    }

    private void write(Path file, List<String> classes, ImageId imageId) throws IOException {
        ArrayNode results = MAPPER.createArrayNode();
        Consumer<JsonNode> add = detection -> {
            ObjectNode result = results.addObject();
            imageId.put(result, detection);
            result.put("category_id", classes.indexOf(detection.get("class").asText()) + 1);
            result.put("score", detection.get("score").asDouble());
            putBox(result, detection.get("bbox"));
        };
        for (JsonNode detection : json.get("dets")) {
            if (classes.contains(detection.get("class").asText())) {
                add.accept(detection);
            }
        }
        Files.write(file, MAPPER.writeValueAsBytes(results));
    }

    private int number(JsonNode of) {
        int index = 0;
        while (!json.get("images").get(index).equals(of.get("image"))) {
            index++;
        }
        return FIRST_ID + index;
    }

    private static void putBox(ObjectNode record, JsonNode corners) {
        double x = corners.get(0).asDouble();
        double y = corners.get(1).asDouble();
        record.putArray("bbox")
                .add(x)
                .add(y)
                .add(corners.get(2).asDouble() - x)
                .add(corners.get(3).asDouble() - y);
    }

    @Override
    public String toString() {
        return json.get("name").asText();
    }
}
