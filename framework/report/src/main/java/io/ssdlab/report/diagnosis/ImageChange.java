package io.ssdlab.report.diagnosis;

import java.util.List;

/**
 * An image under two runs, each at its own operating point.
 *
 * @param first the image as the first run sees it
 * @param second as the second does
 * @param objects those that one finds and the other misses, in the ground truth's order
 */
public record ImageChange(ImageDiagnosis first, ImageDiagnosis second, List<ObjectChange> objects) {

    public ImageChange {
        objects = List.copyOf(objects);
    }

    /** How much better the second is: its F1 less that of the first, -1 to 1. */
    public double gain() {
        return second.f1() - first.f1();
    }
}
