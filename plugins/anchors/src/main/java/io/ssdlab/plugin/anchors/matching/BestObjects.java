package io.ssdlab.plugin.anchors.matching;

import io.ssdlab.spi.box.CornerBox;
import java.util.BitSet;

/**
 * For each prior box of one image the object that it overlaps most, and, if asked for, which prior boxes an object
 * overlaps most. Holds these bests, not the matrix of all overlaps. For one call on one thread.
 */
final class BestObjects {

    private final float[] corners;
    private final float[] overlaps;
    private final int[] objects;
    private final BitSet bestOfAnObject = new BitSet();

    /** The prior boxes with the largest overlap of one search so far; empty if nobody asks for them. */
    private final int[] equallyBest;

    /**
     * Nothing is known before the objects are searched.
     *
     * @param corners {@code [priors * 4]}
     * @param bestOfObjects whether the best prior boxes of each object are noted too
     */
    BestObjects(float[] corners, boolean bestOfObjects) {
        int priors = corners.length / 4;
        this.corners = corners;
        this.overlaps = new float[priors];
        this.objects = new int[priors];
        this.equallyBest = new int[bestOfObjects ? priors : 0];
    }

    /** Notes the object with every prior box that it overlaps more than earlier objects do. */
    void search(int object, CornerBox box) {
        ObjectOverlap objectOverlap = new ObjectOverlap(box);
        boolean bestOfObjects = equallyBest.length > 0;
        float best = 0;
        int count = 0;
        for (int prior = 0; prior < overlaps.length; prior++) {
            float overlap = objectOverlap.with(corners, prior);
            if (overlap > overlaps[prior]) {
                overlaps[prior] = overlap;
                objects[prior] = object;
            }
            if (bestOfObjects && overlap > 0 && overlap >= best) {
                count = overlap > best ? 0 : count;
                best = overlap;
                equallyBest[count++] = prior;
            }
        }
        for (int i = 0; i < count; i++) {
            bestOfAnObject.set(equallyBest[i]);
        }
    }

    /** The largest IoU of the prior box with any object; 0 if it overlaps none. */
    float overlapOf(int prior) {
        return overlaps[prior];
    }

    /** The first object with which the prior box has its largest IoU, if it has one above 0. */
    int objectOf(int prior) {
        return objects[prior];
    }

    /** Whether no prior box overlaps some object more than this one; always false if that was not asked for. */
    boolean isBestOfAnObject(int prior) {
        return bestOfAnObject.get(prior);
    }
}
