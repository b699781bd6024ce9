package io.ssdlab.report.diagnosis;

import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.coco.DetectionColumns;
import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Path;

/** What is diagnosed at most: a run's files are anybody's, and a report does not hang or run out of memory for one of them. */
final class DiagnosisBounds {

    /** A confusion matrix of that size takes 16 MB; LVIS has 1203. */
    static final int MOST_CLASSES = 2000;

    /** Overlaps of detections and objects of the same image, some 20 seconds of them; COCO's 5000 test images have 10 million. */
    static final long MOST_PAIRS = 2_000_000_000L;

    private DiagnosisBounds() {}

    /** @throws InvalidInputException if a file holds more, naming it */
    static void check(Path truthFile, CocoGroundTruth truth, Path detectionsFile, DetectionColumns detections) {
        int classes = truth.categories().size();
        if (classes > MOST_CLASSES) {
            throw new InvalidInputException(
                    truthFile.toString(),
                    "%d classes are too many for a diagnosis".formatted(classes),
                    "at most %d are diagnosed".formatted(MOST_CLASSES));
        }
        long pairs = 0;
        for (int row = 0; row < detections.size(); row++) {
            pairs += truth.images().get(detections.image(row)).objects().size();
        }
        if (pairs > MOST_PAIRS) {
            throw new InvalidInputException(
                    detectionsFile.toString(),
                    "%d pairs of a detection and an object of its image are too many for a diagnosis".formatted(pairs),
                    "at most %d are diagnosed".formatted(MOST_PAIRS));
        }
    }
}
