package io.ssdlab.plugin.anchors.matching;

import static io.ssdlab.spi.training.Matching.BACKGROUND;
import static io.ssdlab.spi.training.Matching.IGNORED;

import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Matching by the largest IoU alone, as in RetinaNet (Lin et al. 2017, arXiv:1708.02002 section 4.1) and the region
 * proposal network of Faster R-CNN (Ren et al. 2015, arXiv:1506.01497 section 3.1.2).
 *
 * <p>Each prior box stands for the object that it overlaps most. It is matched to it if their IoU reaches {@code
 * positive}, is background if it is below {@code negative}, and is left out in between. An object may end without a prior
 * box.
 *
 * <p>With {@code force-best}, the prior boxes that overlap an object most are matched as well, whatever their IoU: all of
 * them, if several are equal. As in the code of Faster R-CNN, such a prior box still goes to the object that <em>it</em>
 * overlaps most, which may be another one. Unlike there, an object that no prior box overlaps forces none: there, every
 * prior box would be its best, with an IoU of 0.
 *
 * <p>Of objects that a prior box overlaps equally the first counts. IoU is computed in float32 and compared as it is,
 * without a tolerance.
 */
public final class MaxIouMatcher implements Matcher {

    private final float positive;
    private final float negative;
    private final boolean forceBest;

    @Inject
    public MaxIouMatcher(MaxIouConfig config) {
        this.positive = (float) config.positive();
        this.negative = (float) config.negative();
        this.forceBest = config.forceBest();
    }

    @Override
    public Matching match(PriorBoxes priors, List<GroundTruth> groundTruths) {
        BestObjects best = new BestObjects(priors.corners(), forceBest);
        for (int object = 0; object < groundTruths.size(); object++) {
            best.search(object, groundTruths.get(object).box());
        }
        int[] assignments = new int[priors.size()];
        for (int prior = 0; prior < assignments.length; prior++) {
            float overlap = best.overlapOf(prior);
            if (overlap >= positive || best.isBestOfAnObject(prior)) {
                assignments[prior] = best.objectOf(prior);
            } else {
                assignments[prior] = overlap < negative ? BACKGROUND : IGNORED;
            }
        }
        return new Matching(assignments);
    }
}
