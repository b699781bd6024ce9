package io.ssdlab.coco;

import io.ssdlab.spi.data.Dataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ground truth of a split, as COCO's instances files hold it: images, categories, annotations with {@code bbox} ({@code
 * [x, y, width, height]} in pixels), {@code area} in square pixels (that of the box if absent) and {@code iscrowd}; besides,
 * {@code difficult} (VOC), 0 if absent.
 *
 * @param categories the classes, label 1 first; by ascending id if read from a file
 * @param images in the order of the split
 */
public record CocoGroundTruth(List<CocoCategory> categories, List<CocoImage> images) {

    /** @throws IllegalArgumentException if an image id or a category id occurs twice */
    public CocoGroundTruth {
        categories = List.copyOf(categories);
        images = List.copyOf(images);
        if (categories.stream().map(CocoCategory::id).distinct().count() < categories.size()) {
            throw new IllegalArgumentException("a category id occurs twice in " + categories);
        }
        if (images.stream().map(CocoImage::id).distinct().count() < images.size()) {
            throw new IllegalArgumentException("an image id occurs twice");
        }
    }

    /** The ground truth of a data set; category ids are the labels. */
    public static CocoGroundTruth of(Dataset dataset) {
        List<CocoCategory> categories = new ArrayList<>();
        dataset.classes().forEach(name -> categories.add(new CocoCategory(categories.size() + 1L, name)));
        List<CocoImage> images = dataset.images().stream()
                .map(image -> new CocoImage(
                        image.id(),
                        String.valueOf(image.file().getFileName()),
                        image.width(),
                        image.height(),
                        image.objects()))
                .toList();
        return new CocoGroundTruth(categories, images);
    }

    /**
     * Reads an instances file. What it has besides (licences, segmentations) is passed over.
     *
     * @throws io.ssdlab.spi.InvalidInputException with the problems found, by line and column: no JSON, an unknown image
     *     or category, a number that is missing, not finite or negative; or that the file cannot be read
     */
    public static CocoGroundTruth read(Path file) {
        return LocatedGroundTruth.read(file).groundTruth();
    }

    /** The names of the labels 1..classes; those that several categories have, with the category's id: {@code mouse (64)}. */
    public List<String> classes() {
        Map<String, Long> count =
                categories.stream().collect(Collectors.groupingBy(CocoCategory::name, Collectors.counting()));
        return categories.stream()
                .map(category -> count.get(category.name()) == 1
                        ? category.name()
                        : "%s (%d)".formatted(category.name(), category.id()))
                .toList();
    }

    /** Labels 1..classes by category id. */
    Map<Long, Integer> labels() {
        Map<Long, Integer> labels = new LinkedHashMap<>();
        categories.forEach(category -> labels.put(category.id(), labels.size() + 1));
        return labels;
    }

    /** In the order of the images. */
    public Set<String> imageIds() {
        return images.stream().map(CocoImage::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
