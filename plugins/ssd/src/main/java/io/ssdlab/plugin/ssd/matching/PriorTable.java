package io.ssdlab.plugin.ssd.matching;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.PriorBoxes;
import java.util.Arrays;

/**
 * Prior boxes by coordinate, with their areas: the IoU of an object with all of them is a loop without branches, which the
 * compiler turns into vector instructions. Immutable.
 */
final class PriorTable {

    private final PriorBoxes priors;
    private final PriorGroups groups;
    private final float[] xMin;
    private final float[] yMin;
    private final float[] xMax;
    private final float[] yMax;
    private final float[] area;

    PriorTable(PriorBoxes priors) {
        this.priors = priors;
        this.groups = PriorGroups.of(priors.corners());
        this.xMin = coordinate(0);
        this.yMin = coordinate(1);
        this.xMax = coordinate(2);
        this.yMax = coordinate(3);
        this.area = new float[priors.size()];
        for (int prior = 0; prior < area.length; prior++) {
            area[prior] = (xMax[prior] - xMin[prior]) * (yMax[prior] - yMin[prior]);
        }
    }

    private float[] coordinate(int index) {
        float[] values = new float[priors.size()];
        for (int prior = 0; prior < values.length; prior++) {
            values[prior] = priors.corners()[4 * prior + index];
        }
        return values;
    }

    boolean isOf(PriorBoxes others) {
        return priors == others;
    }

    PriorGroups groups() {
        return groups;
    }

    /**
     * Writes the IoU of a box with each prior box, in float32 as {@link CornerBox#intersectionOverUnion} does it.
     *
     * @param box of positive area
     * @param overlaps {@code [priors]}
     */
    void overlaps(CornerBox box, float[] overlaps) {
        overlaps(box.xMin(), box.yMin(), box.xMax(), box.yMax(), box.area(), overlaps);
    }

    private void overlaps(float left, float top, float right, float bottom, float boxArea, float[] overlaps) {
        // Java 17 makes vectors of this loop if it reads what it writes: hence a maximum, with 0.
        Arrays.fill(overlaps, 0);
        for (int prior = 0; prior < overlaps.length; prior++) {
            float width = Math.max(0, Math.min(right, xMax[prior]) - Math.max(left, xMin[prior]));
            float height = Math.max(0, Math.min(bottom, yMax[prior]) - Math.max(top, yMin[prior]));
            float intersection = width * height;
            overlaps[prior] = Math.max(overlaps[prior], intersection / (area[prior] + boxArea - intersection));
        }
    }
}
