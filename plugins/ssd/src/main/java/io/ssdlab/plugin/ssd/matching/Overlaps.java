package io.ssdlab.plugin.ssd.matching;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.training.Matching;
import java.util.List;

/**
 * Who overlaps whom most in one image: for each object its best free prior box, for each prior box its best object.
 * Holds these bests, not the matrix of all overlaps. For one call on one thread.
 */
final class Overlaps {

    /** The original takes no notice of an IoU that is not greater. */
    private static final double NO_OVERLAP = 1e-6;

    private static final int NONE = -1;

    private final PriorTable priors;
    private final List<GroundTruth> objects;
    private final int[] assignments;

    private final float[] overlaps;
    private final float[] bestOverlapOfPrior;
    private final int[] bestObjectOfPrior;
    private final float[] bestOverlapOfObject;
    private final int[] bestPriorOfObject;

    /**
     * Nothing is known before the objects are searched.
     *
     * @param assignments {@code [priors]}, a live view: a prior box is free while its entry is {@link
     *     Matching#BACKGROUND}
     */
    Overlaps(PriorTable priors, List<GroundTruth> objects, int[] assignments) {
        this.priors = priors;
        this.objects = objects;
        this.assignments = assignments;
        this.overlaps = new float[assignments.length];
        this.bestOverlapOfPrior = new float[assignments.length];
        this.bestObjectOfPrior = new int[assignments.length];
        this.bestOverlapOfObject = new float[objects.size()];
        this.bestPriorOfObject = new int[objects.size()];
    }

    /**
     * Finds the free prior box that the object overlaps most (the first of equals), and notes the object with every
     * free prior box that it overlaps more than earlier objects do. Objects must first be searched in order.
     */
    void search(int object) {
        CornerBox box = objects.get(object).box();
        priors.overlaps(box, overlaps);
        PriorGroups groups = priors.groups();
        float bestOverlap = 0;
        int bestPrior = NONE;
        for (int group = 0; group < groups.count(); group++) {
            if (!groups.meets(group, box.xMin(), box.yMin(), box.xMax(), box.yMax())) {
                continue;
            }
            int end = groups.end(group);
            for (int prior = groups.first(group); prior < end; prior++) {
                float overlap = overlaps[prior];
                if (!(overlap > NO_OVERLAP) || assignments[prior] != Matching.BACKGROUND) {
                    continue;
                }
                if (overlap > bestOverlapOfPrior[prior]) {
                    bestOverlapOfPrior[prior] = overlap;
                    bestObjectOfPrior[prior] = object;
                }
                if (overlap > bestOverlap) {
                    bestOverlap = overlap;
                    bestPrior = prior;
                }
            }
        }
        bestOverlapOfObject[object] = bestOverlap;
        bestPriorOfObject[object] = bestPrior;
    }

    /**
     * The object with the largest overlap found by its last search and not retired; of equals the one with the first
     * prior box, then the first object. Negative if none is left.
     */
    int strongest() {
        int strongest = NONE;
        for (int object = 0; object < bestPriorOfObject.length; object++) {
            if (bestPriorOfObject[object] != NONE && (strongest == NONE || precedes(object, strongest))) {
                strongest = object;
            }
        }
        return strongest;
    }

    private boolean precedes(int object, int other) {
        int byOverlap = Float.compare(bestOverlapOfObject[object], bestOverlapOfObject[other]);
        return byOverlap == 0 ? bestPriorOfObject[object] < bestPriorOfObject[other] : byOverlap > 0;
    }

    /** The prior box that the object's last search found; it may have been matched since. */
    int bestPrior(int object) {
        return bestPriorOfObject[object];
    }

    /** Takes a matched object out of the contest for its best prior box. */
    void retire(int object) {
        bestPriorOfObject[object] = NONE;
    }

    /** The largest IoU of the prior box with any object; 0 if it overlaps none. */
    float bestOverlapOf(int prior) {
        return bestOverlapOfPrior[prior];
    }

    /** The object with which the prior box has its largest IoU, if it has one above 0. */
    int bestObjectOf(int prior) {
        return bestObjectOfPrior[prior];
    }
}
