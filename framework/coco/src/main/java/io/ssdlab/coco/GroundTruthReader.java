package io.ssdlab.coco;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a COCO instances file. Annotations may come before the images and categories that they name, so they are resolved
 * at the end. Labels go by ascending category id, as in the original's {@code labelmap_coco.prototxt}.
 */
final class GroundTruthReader {

    private static final JsonRecords.Keys PARTS =
            new JsonRecords.Keys(List.of("images", "annotations", "categories"), List.of());
    private static final JsonRecords.Keys IMAGE_KEYS =
            new JsonRecords.Keys(List.of("id", "width", "height"), List.of("file_name"));
    private static final JsonRecords.Keys CATEGORY_KEYS = new JsonRecords.Keys(List.of("id", "name"), List.of());
    private static final JsonRecords.Keys ANNOTATION_KEYS = new JsonRecords.Keys(
            List.of("image_id", "category_id", "bbox"), List.of("id", "area", "iscrowd", "difficult"));

    private final Path file;
    private final Map<String, CocoImage> images = new LinkedHashMap<>();
    private final Map<String, Place> imagePlaces = new HashMap<>();
    private final Map<Long, CocoCategory> categories = new TreeMap<>();
    private final List<Annotation> annotations = new ArrayList<>();
    private final Set<Long> annotationIds = new HashSet<>();
    private final Map<String, List<AnnotatedObject>> objects = new HashMap<>();
    private final Map<String, List<Place>> objectPlaces = new HashMap<>();

    private record Annotation(
            Place place, String image, long category, PixelBox box, boolean crowd, boolean difficult, double area) {}

    GroundTruthReader(Path file) {
        this.file = file;
    }

    LocatedGroundTruth read() {
        new JsonFile(file).read(records -> {
            records.object("the file", PARTS, name -> {
                switch (name) {
                    case "images" -> records.array(name, () -> readImage(records));
                    case "categories" -> records.array(name, () -> readCategory(records));
                    case "annotations" -> records.array(name, () -> readAnnotation(records));
                    default -> records.skip();
                }
            });
            resolve(records);
        });
        List<CocoImage> complete = images.values().stream()
                .map(image -> new CocoImage(
                        image.id(),
                        image.fileName(),
                        image.width(),
                        image.height(),
                        objects.getOrDefault(image.id(), List.of())))
                .toList();
        CocoGroundTruth groundTruth = new CocoGroundTruth(List.copyOf(categories.values()), complete);
        return new LocatedGroundTruth(file, groundTruth, imagePlaces, objectPlaces);
    }

    private void readImage(JsonRecords records) throws IOException {
        Place start = records.here();
        ImageFields fields = new ImageFields();
        int before = records.problemCount();
        records.object("the image", IMAGE_KEYS, name -> {
            switch (name) {
                case "id" -> fields.id = records.id(name);
                case "file_name" -> fields.fileName = records.text(name);
                case "width" -> fields.width = (int) records.whole(name, 1, Integer.MAX_VALUE);
                case "height" -> fields.height = (int) records.whole(name, 1, Integer.MAX_VALUE);
                default -> records.skip();
            }
        });
        if (records.problemCount() > before) {
            return;
        }
        CocoImage image = new CocoImage(fields.id, fields.fileName, fields.width, fields.height, List.of());
        imagePlaces.putIfAbsent(image.id(), start);
        if (images.putIfAbsent(image.id(), image) != null) {
            records.problem(start, "image " + image.id() + " occurs twice", "each id once");
        }
    }

    private void readCategory(JsonRecords records) throws IOException {
        Place start = records.here();
        CategoryFields fields = new CategoryFields();
        int before = records.problemCount();
        records.object("the category", CATEGORY_KEYS, name -> {
            switch (name) {
                case "id" -> fields.id = records.whole(name, Long.MIN_VALUE, Long.MAX_VALUE);
                case "name" -> fields.name = records.name(name);
                default -> records.skip();
            }
        });
        CocoCategory category = new CocoCategory(fields.id, fields.name);
        if (records.problemCount() == before && categories.putIfAbsent(category.id(), category) != null) {
            records.problem(start, "category " + category.id() + " occurs twice", "each id once");
        }
    }

    private void readAnnotation(JsonRecords records) throws IOException {
        Place start = records.here();
        AnnotationFields fields = new AnnotationFields();
        int before = records.problemCount();
        records.object("the annotation", ANNOTATION_KEYS, name -> {
            switch (name) {
                case "id" -> readAnnotationId(records, name);
                case "image_id" -> fields.image = records.id(name);
                case "category_id" -> fields.category = records.whole(name, Long.MIN_VALUE, Long.MAX_VALUE);
                case "bbox" -> fields.box = records.box(name);
                case "area" -> fields.area = records.size(name);
                case "iscrowd" -> fields.crowd = records.flag(name);
                case "difficult" -> fields.difficult = records.flag(name);
                default -> records.skip();
            }
        });
        if (records.problemCount() == before) {
            double area = Double.isNaN(fields.area) ? fields.box.width() * fields.box.height() : fields.area;
            annotations.add(new Annotation(
                    start, fields.image, fields.category, fields.box, fields.crowd, fields.difficult, area));
        }
    }

    private void readAnnotationId(JsonRecords records, String name) throws IOException {
        int before = records.problemCount();
        long id = records.whole(name, Long.MIN_VALUE, Long.MAX_VALUE);
        if (records.problemCount() == before && !annotationIds.add(id)) {
            records.problem(records.here(), "annotation " + id + " occurs twice", "each id once");
        }
    }

    private void resolve(JsonRecords records) {
        Map<Long, Integer> labels = new HashMap<>();
        categories.keySet().forEach(id -> labels.put(id, labels.size() + 1));
        for (Annotation annotation : annotations) {
            if (!images.containsKey(annotation.image())) {
                records.problem(
                        annotation.place(),
                        "unknown image " + annotation.image(),
                        "list it under images, or leave the annotation out");
            } else if (!labels.containsKey(annotation.category())) {
                records.problem(
                        annotation.place(),
                        "unknown category " + annotation.category(),
                        "the file has the categories " + categories.keySet());
            } else {
                objects.computeIfAbsent(annotation.image(), id -> new ArrayList<>())
                        .add(new AnnotatedObject(
                                annotation.box(),
                                labels.get(annotation.category()),
                                annotation.difficult(),
                                annotation.crowd(),
                                annotation.area()));
                objectPlaces
                        .computeIfAbsent(annotation.image(), id -> new ArrayList<>())
                        .add(annotation.place());
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
        private PixelBox box = PixelBox.ofSize(0, 0, 0, 0);
        private double area = Double.NaN;
        private boolean crowd;
        private boolean difficult;
    }
}
