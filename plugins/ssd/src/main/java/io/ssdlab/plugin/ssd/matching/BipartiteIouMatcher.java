package io.ssdlab.plugin.ssd.matching;

import static io.ssdlab.spi.training.Matching.BACKGROUND;
import static io.ssdlab.spi.training.Matching.IGNORED;

import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The matching of SSD (paper section 2.2, "Matching strategy"; MatchBBox of the original, whose result it gives index
 * by index).
 *
 * <ol>
 *   <li>Bipartite: the prior box and the object with the largest IoU of all are matched and leave the contest; so on
 *       until no pair overlaps. Of equal pairs the first prior box wins, then the first object. An object that no prior
 *       box overlaps stays unmatched.
 *   <li>Each prior box left goes to the object it overlaps most, if that IoU reaches the threshold; of equal objects to
 *       the first.
 * </ol>
 *
 * <p>IoU is computed in float32: a small object lies inside many prior boxes of equal IoU, and the original's winner
 * among them is decided by rounding.
 */
public final class BipartiteIouMatcher implements Matcher {

    private final float threshold;
    private final float negativeOverlap;
    private final boolean ignoreCrossBoundary;

    /** Of the last prior boxes: a run has one set of them. Threads that make it at once make the same. */
    private volatile Optional<PriorTable> table = Optional.empty();

    @Inject
    public BipartiteIouMatcher(BipartiteIouConfig config) {
        this.threshold = (float) config.threshold();
        this.negativeOverlap = (float) config.negativeOverlap();
        this.ignoreCrossBoundary = config.ignoreCrossBoundary();
    }

    @Override
    public Matching match(PriorBoxes priors, List<GroundTruth> groundTruths) {
        int[] assignments = new int[priors.size()];
        Arrays.fill(assignments, BACKGROUND);
        if (ignoreCrossBoundary) {
            ignoreCrossBoundary(priors.corners(), assignments);
        }
        Overlaps overlaps = new Overlaps(table(priors), groundTruths, assignments);
        matchBestPairs(overlaps, groundTruths.size(), assignments);
        matchByThreshold(overlaps, assignments);
        return new Matching(assignments);
    }

    private PriorTable table(PriorBoxes priors) {
        PriorTable known = table.filter(last -> last.isOf(priors)).orElseGet(() -> new PriorTable(priors));
        table = Optional.of(known);
        return known;
    }

    private static void ignoreCrossBoundary(float[] corners, int[] assignments) {
        for (int i = 0; i < corners.length; i++) {
            if (corners[i] < 0 || corners[i] > 1) {
                assignments[i / 4] = IGNORED;
            }
        }
    }

    private static void matchBestPairs(Overlaps overlaps, int objects, int[] assignments) {
        for (int object = 0; object < objects; object++) {
            overlaps.search(object);
        }
        for (int object = overlaps.strongest(); object >= 0; object = overlaps.strongest()) {
            int prior = overlaps.bestPrior(object);
            if (assignments[prior] == BACKGROUND) {
                assignments[prior] = object;
                overlaps.retire(object);
            } else {
                // A stronger object took the prior box since the last search: only now is a second best needed.
                overlaps.search(object);
            }
        }
    }

    private void matchByThreshold(Overlaps overlaps, int[] assignments) {
        for (int prior = 0; prior < assignments.length; prior++) {
            if (assignments[prior] != BACKGROUND) {
                continue;
            }
            float overlap = overlaps.bestOverlapOf(prior);
            if (overlap > 0 && overlap >= threshold) {
                assignments[prior] = overlaps.bestObjectOf(prior);
            } else if (overlap >= negativeOverlap) {
                assignments[prior] = IGNORED;
            }
        }
    }
}
