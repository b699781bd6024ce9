package io.ssdlab.coco;

import io.ssdlab.spi.evaluation.Detection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Detections as COCO's results files hold them: {@code [{"image_id", "category_id", "bbox": [x, y, width, height],
 * "score"}, ...]} in pixels, not rounded.
 *
 * @param byImage the detections of each image id, in the order of the file; an image without any may be left out
 */
public record CocoDetections(Map<String, List<Detection>> byImage) {

    public CocoDetections {
        Map<String, List<Detection>> copy = new LinkedHashMap<>();
        byImage.forEach((image, detections) -> copy.put(image, List.copyOf(detections)));
        byImage = Collections.unmodifiableMap(copy);
    }

    /**
     * Reads a results file.
     *
     * @param groundTruth says which images and categories there are
     * @throws io.ssdlab.spi.InvalidInputException with the problems found, by line and column: no JSON, an unknown image
     *     or category, a number that is missing, not finite or negative; or that the file cannot be read
     */
    public static CocoDetections read(Path file, CocoGroundTruth groundTruth) {
        return new PlainDetectionsReader(file, groundTruth)
                .read()
                .map(columns -> of(columns, groundTruth))
                .orElseGet(() -> new DetectionsReader(file, groundTruth).read());
    }

    /** The same detections, by the ids of their images. */
    static CocoDetections of(DetectionColumns columns, CocoGroundTruth groundTruth) {
        List<CocoImage> images = groundTruth.images();
        Map<String, List<Detection>> byImage = new LinkedHashMap<>();
        for (int row = 0; row < columns.size(); row++) {
            byImage.computeIfAbsent(images.get(columns.image(row)).id(), id -> new ArrayList<>())
                    .add(columns.detection(row));
        }
        return new CocoDetections(byImage);
    }

    /** The detections of an image, in rank order for equal scores; empty if it has none. */
    public List<Detection> of(String imageId) {
        return byImage.getOrDefault(imageId, List.of());
    }
}
