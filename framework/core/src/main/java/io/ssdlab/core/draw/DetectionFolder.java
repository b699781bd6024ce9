package io.ssdlab.core.draw;

import io.ssdlab.coco.CocoDetections;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.core.data.image.ImageDecoder;
import io.ssdlab.core.data.image.ImageEncoder;
import io.ssdlab.core.evaluate.CocoWriter;
import io.ssdlab.core.store.AtomicFile;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Detections on a handful of pictures, on disk: a PNG for each picture with its detections drawn, {@code detections.json}
 * (COCO results), and {@code images.json} (COCO instances without annotations), which says what its ids mean.
 *
 * @param folder may not exist yet
 */
public record DetectionFolder(Path folder) {

    /**
     * Writes everything, each file atomically.
     *
     * @param classes the names of the labels 1..classes
     * @param images what was detected on
     * @param detected in the order of the images
     * @return the drawn pictures, in the order of the images
     */
    public List<Path> write(
            List<String> classes,
            List<AnnotatedImage> images,
            List<EvaluatedImage> detected,
            DetectionPainter painter) {
        Map<String, List<Detection>> byImage = new LinkedHashMap<>();
        detected.forEach(image -> byImage.put(image.imageId(), image.detections()));
        CocoGroundTruth context = CocoGroundTruth.of(new Dataset(classes, images, List.of()));
        CocoWriter writer = new CocoWriter(context);
        writer.writeGroundTruth(folder.resolve("images.json"));
        writer.writeDetections(folder.resolve("detections.json"), new CocoDetections(byImage));

        Set<String> taken = new HashSet<>();
        List<Path> drawn = new ArrayList<>();
        for (AnnotatedImage image : images) {
            Path file = folder.resolve(fileName(image, taken));
            byte[] png = new ImageEncoder()
                    .png(painter.paint(new ImageDecoder().decode(image.id(), image.file()), byImage.get(image.id())));
            new AtomicFile(file).write(out -> out.write(png));
            drawn.add(file);
        }
        return drawn;
    }

    /** The picture's own name, numbered where pictures of several folders share one. */
    private static String fileName(AnnotatedImage image, Set<String> taken) {
        String stem = image.file().getFileName().toString().replaceFirst("\\.[^.]*$", "");
        String name = stem;
        for (int i = 2; !taken.add(name); i++) {
            name = stem + "-" + i;
        }
        return name + ".png";
    }
}
