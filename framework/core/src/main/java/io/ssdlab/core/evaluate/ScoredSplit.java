package io.ssdlab.core.evaluate;

import io.ssdlab.coco.CocoGroundTruth;
import java.util.List;
import java.util.Optional;

/**
 * The ground truth of a split as it was found on disk.
 *
 * @param list the name of the list of images, which the names of VOC's result files contain; empty if none was named
 * @param classesAreGiven whether the ground truth states its classes, rather than having those that its objects are of
 * @param warnings what was mended on the way
 */
public record ScoredSplit(
        CocoGroundTruth groundTruth, Optional<String> list, boolean classesAreGiven, List<String> warnings) {

    public ScoredSplit {
        warnings = List.copyOf(warnings);
    }
}
