package io.ssdlab.report.diagnosis;

import java.util.List;

/**
 * Which class is taken for which, counting detections from a score on.
 *
 * <p>The diagonal is what the metric finds. Of the other detections, from the highest score down, each takes the object of
 * another class that it hits best among those still free; what takes none counts as background taken for its class, and
 * what is left of the objects as taken for background. Detections and objects that count for nothing are left out.
 *
 * @param classes their names, label 1 first; a further row and column stand for the background
 * @param score from which detections count
 * @param iou from which they hit
 * @param counts a row for each class that is there, the background last; in it a column for each class that is detected,
 *     the background last. Background for background is 0
 */
public record ConfusionMatrix(List<String> classes, double score, double iou, List<List<Integer>> counts) {

    public ConfusionMatrix {
        classes = List.copyOf(classes);
        counts = counts.stream().map(List::copyOf).toList();
    }

    /** The row and the column of the background: the number of classes. */
    public int background() {
        return classes.size();
    }
}
