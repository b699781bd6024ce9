package io.ssdlab.spi.data;

import io.ssdlab.spi.Maturity;
import io.ssdlab.spi.box.CornerBox;

/**
 * One object of a training sample.
 *
 * @param box normalised corners
 * @param label 1..classes
 * @param difficult marked as difficult (VOC) or as a crowd (COCO, as the original's reader stores it)
 */
@Maturity(Maturity.Level.STABLE)
public record GroundTruth(CornerBox box, int label, boolean difficult) {

    public GroundTruth {
        if (label < 1) {
            throw new IllegalArgumentException("label " + label + ": labels start at 1, 0 is the background");
        }
    }

    public GroundTruth withBox(CornerBox newBox) {
        return new GroundTruth(newBox, label, difficult);
    }
}
