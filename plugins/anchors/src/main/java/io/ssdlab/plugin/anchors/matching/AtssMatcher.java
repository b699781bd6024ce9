package io.ssdlab.plugin.anchors.matching;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/**
 * Adaptive Training Sample Selection (Zhang et al. 2020, arXiv:1912.02424, Algorithm 1).
 *
 * <ol>
 *   <li>The candidates of an object are, on each source map, the k prior boxes whose centres are nearest to its own.
 *   <li>Of these, those are positive whose IoU reaches the mean plus the standard deviation of the IoUs of all candidates
 *       and whose centre lies in the object.
 *   <li>A prior box that several objects claim goes to the one that it overlaps most. All others are background; none is
 *       left out. An object in which no such centre lies ends without a prior box.
 * </ol>
 *
 * <p>Where the paper is silent, this does as the authors' code does:
 *
 * <ul>
 *   <li>A source map puts forward k candidates for each box of a cell, in order of distance alone; one that has fewer prior
 *       boxes puts forward all.
 *   <li>The standard deviation is that of a sample (divided by n - 1). Where the code would get NaN, with one candidate
 *       in all, it is 0 here.
 *   <li>A centre lies in the object if it is more than 0.01 pixels away from each of its edges.
 *   <li>Distances are taken in pixels, which differs from normalised coordinates where the input is not square.
 * </ul>
 *
 * <p>The code measures boxes with an additional pixel in width and height; here the IoU is that of {@link
 * CornerBox#intersectionOverUnion}, as everywhere. Of equally near prior boxes the first ones are candidates, and of
 * objects with equal IoU the first takes the prior box: the code leaves both to its library. Mean and deviation are
 * computed in double precision.
 */
public final class AtssMatcher implements Matcher {

    /** In pixels. */
    private static final float LEAST_DEPTH = 0.01f;

    private final int candidates;
    private final InputSize input;

    @Inject
    public AtssMatcher(AtssConfig config, InputSize input) {
        this.candidates = config.candidates();
        this.input = input;
    }

    @Override
    public Matching match(PriorBoxes priors, List<GroundTruth> groundTruths) {
        int[] assignments = new int[priors.size()];
        Arrays.fill(assignments, Matching.BACKGROUND);
        float[] claims = new float[priors.size()];
        Candidates nearest = new Candidates(priors, input, candidates);
        for (int object = 0; object < groundTruths.size(); object++) {
            CornerBox box = groundTruths.get(object).box();
            nearest.search(box);
            double threshold = nearest.threshold();
            for (int i = 0; i < nearest.size(); i++) {
                int prior = nearest.prior(i);
                float overlap = nearest.overlap(i);
                if (overlap >= threshold && overlap > claims[prior] && liesIn(box, priors.centreSizes(), prior)) {
                    claims[prior] = overlap;
                    assignments[prior] = object;
                }
            }
        }
        return new Matching(assignments);
    }

    /** Whether the centre of a prior box lies in an object. */
    private boolean liesIn(CornerBox box, float[] centreSizes, int prior) {
        float x = centreSizes[4 * prior];
        float y = centreSizes[4 * prior + 1];
        return Math.min(x - box.xMin(), box.xMax() - x) * input.width() > LEAST_DEPTH
                && Math.min(y - box.yMin(), box.yMax() - y) * input.height() > LEAST_DEPTH;
    }
}
