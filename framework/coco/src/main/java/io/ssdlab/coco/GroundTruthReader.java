package io.ssdlab.coco;

import com.fasterxml.jackson.core.JsonLocation;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Reads a COCO instances file. Annotations may come before the images and categories that they name, so they are resolved
 * at the end.
 */
final class GroundTruthReader {

    private final Path file;
    private final Map<String, CocoImage> images = new LinkedHashMap<>();
    private final Map<Long, CocoCategory> categories = new LinkedHashMap<>();
    private final List<Annotation> annotations = new ArrayList<>();

    private record Annotation(
            int line,
            int column,
            String image,
            long category,
            PixelBox box,
            boolean crowd,
            boolean difficult,
            OptionalDouble area) {}

    GroundTruthReader(Path file) {
        this.file = file;
    }

    CocoGroundTruth read() {
        Map<String, List<AnnotatedObject>> objects = new HashMap<>();
        JsonRecords.read(file, records -> {
            records.object("the file", List.of("images", "annotations", "categories"), name -> {
                switch (name) {
                    case "images" -> records.array(name, () -> readImage(records));
                    case "categories" -> records.array(name, () -> readCategory(records));
                    case "annotations" -> records.array(name, () -> readAnnotation(records));
                    default -> records.skip();
                }
            });
            resolve(records, objects);
        });
        List<CocoImage> complete = images.values().stream()
                .map(image -> new CocoImage(
                        image.id(),
                        image.fileName(),
                        image.width(),
                        image.height(),
                        objects.getOrDefault(image.id(), List.of())))
                .toList();
        return new CocoGroundTruth(List.copyOf(categories.values()), complete);
    }

    private void readImage(JsonRecords records) throws IOException {
        JsonLocation start = records.here();
        ImageFields fields = new ImageFields();
        int before = records.problemCount();
        records.object("the image", List.of("id", "width", "height"), name -> {
            switch (name) {
                case "id" -> fields.id = records.id(name);
                case "file_name" -> fields.fileName = records.text(name);
                case "width" -> fields.width = (int) records.whole(name, 1, Integer.MAX_VALUE);
                case "height" -> fields.height = (int) records.whole(name, 1, Integer.MAX_VALUE);
                default -> records.skip();
            }
        });
        CocoImage image = new CocoImage(fields.id, fields.fileName, fields.width, fields.height, List.of());
        if (records.problemCount() == before && images.putIfAbsent(image.id(), image) != null) {
            records.problem(start, "image " + image.id() + " occurs twice", "each id once");
        }
    }

    private void readCategory(JsonRecords records) throws IOException {
        JsonLocation start = records.here();
        CategoryFields fields = new CategoryFields();
        int before = records.problemCount();
        records.object("the category", List.of("id", "name"), name -> {
            switch (name) {
                case "id" -> fields.id = records.whole(name, Long.MIN_VALUE, Long.MAX_VALUE);
                case "name" -> fields.name = records.text(name);
                default -> records.skip();
            }
        });
        CocoCategory category = new CocoCategory(fields.id, fields.name);
        if (records.problemCount() == before && categories.putIfAbsent(category.id(), category) != null) {
            records.problem(start, "category " + category.id() + " occurs twice", "each id once");
        }
    }

    private void readAnnotation(JsonRecords records) throws IOException {
        JsonLocation start = records.here();
        AnnotationFields fields = new AnnotationFields();
        int before = records.problemCount();
        records.object("the annotation", List.of("image_id", "category_id", "bbox"), name -> {
            switch (name) {
                case "image_id" -> fields.image = records.id(name);
                case "category_id" -> fields.category = records.whole(name, Long.MIN_VALUE, Long.MAX_VALUE);
                case "bbox" -> fields.box = records.box(name);
                case "area" -> fields.area = OptionalDouble.of(records.number(name, Double.MAX_VALUE));
                case "iscrowd" -> fields.crowd = records.flag(name);
                case "difficult" -> fields.difficult = records.flag(name);
                default -> records.skip();
            }
        });
        if (records.problemCount() == before) {
            annotations.add(new Annotation(
                    start.getLineNr(),
                    start.getColumnNr(),
                    fields.image,
                    fields.category,
                    fields.box,
                    fields.crowd,
                    fields.difficult,
                    fields.area));
        }
    }

    private void resolve(JsonRecords records, Map<String, List<AnnotatedObject>> objects) {
        Map<Long, Integer> labels = new HashMap<>();
        categories.keySet().forEach(id -> labels.put(id, labels.size() + 1));
        for (Annotation annotation : annotations) {
            if (!images.containsKey(annotation.image())) {
                records.problem(
                        annotation.line(),
                        annotation.column(),
                        "unknown image " + annotation.image(),
                        "list it under images, or leave it out");
            } else if (!labels.containsKey(annotation.category())) {
                records.problem(
                        annotation.line(),
                        annotation.column(),
                        "unknown category " + annotation.category(),
                        "the file has the categories " + categories.keySet());
            } else {
                PixelBox box = annotation.box();
                objects.computeIfAbsent(annotation.image(), id -> new ArrayList<>())
                        .add(new AnnotatedObject(
                                box,
                                labels.get(annotation.category()),
                                annotation.difficult(),
                                annotation.crowd(),
                                annotation.area().orElse(box.width() * box.height())));
            }
        }
    }

    /** The fields of a record while they come in, in any order. */
    private static final class ImageFields {
        private String id = "";
        private String fileName = "";
        private int width;
        private int height;
    }

    private static final class CategoryFields {
        private long id;
        private String name = "";
    }

    private static final class AnnotationFields {
        private String image = "";
        private long category;
        private PixelBox box = new PixelBox(0, 0, 0, 0);
        private boolean crowd;
        private boolean difficult;
        private OptionalDouble area = OptionalDouble.empty();
    }
}
