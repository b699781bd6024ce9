package io.ssdlab.testkit;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import java.util.Arrays;
import java.util.List;

/**
 * The matcher of a detector that is about something else: each prior box is matched to the object that it overlaps most, if
 * the IoU is a half, and each object to the prior box that overlaps it most.
 */
final class PlainMatcher implements Matcher {

    private static final float LEAST_IOU = 0.5f;

    @Override
    public Matching match(PriorBoxes priors, List<GroundTruth> groundTruths) {
        int[] assignments = new int[priors.size()];
        float[] overlaps = new float[priors.size()];
        Arrays.fill(assignments, Matching.BACKGROUND);
        Arrays.fill(overlaps, LEAST_IOU);
        for (int object = 0; object < groundTruths.size(); object++) {
            CornerBox box = groundTruths.get(object).box();
            int best = 0;
            float most = 0;
            for (int prior = 0; prior < priors.size(); prior++) {
                float overlap = priors.box(prior).intersectionOverUnion(box);
                if (overlap > overlaps[prior]) {
                    overlaps[prior] = overlap;
                    assignments[prior] = object;
                }
                if (overlap > most) {
                    most = overlap;
                    best = prior;
                }
            }
            if (most > 0) {
                assignments[best] = object;
                overlaps[best] = Float.MAX_VALUE;
            }
        }
        return new Matching(assignments);
    }
}
