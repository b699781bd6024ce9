package io.ssdlab.plugin.anchors.matching;

import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matching;
import io.ssdlab.spi.training.PredictedBoxes;
import io.ssdlab.spi.training.PredictionMatcher;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/**
 * SimOTA, the simplified optimal transport of YOLOX (Ge et al. 2021, arXiv:2107.08430 section 2.2; OTA: arXiv:2103.14259):
 * objects take the prior boxes whose predictions cost them least just now.
 *
 * <ol>
 *   <li>{@linkplain CentralPriors Candidates} are the prior boxes whose centre lies in an object or near the centre of one.
 *   <li>A pair of object and candidate {@linkplain TransportCosts costs} what its prediction loses in class and box, and very
 *       much more where the candidate's centre is not both in the object and near its centre.
 *   <li>An object takes its k candidates of least cost. k is the sum of its largest IoUs with predictions, rounded down, and
 *       at least 1.
 *   <li>A candidate that several objects take goes to the object to which it costs least, of all objects.
 * </ol>
 *
 * <p>All others are background; none is left out. This is the authors' code with two changes that SSD's heads ask for: they
 * have a softmax and no objectness, so the class costs its cross entropy; and the boxes of a cell share a centre, so that a
 * radius holds as many times more candidates. An object that loses all its prior boxes to others ends without, and so does
 * one without area. Of equal costs the first counts.
 */
public final class SimOtaMatcher implements PredictionMatcher {

    private static final int CONTESTED = Integer.MAX_VALUE;

    private final SimOtaConfig config;

    @Inject
    public SimOtaMatcher(SimOtaConfig config) {
        this.config = config;
    }

    @Override
    public Matching match(PriorBoxes priors, List<GroundTruth> groundTruths, PredictedBoxes predicted) {
        CentralPriors candidates = CentralPriors.of(priors, groundTruths, config.centreRadius());
        TransportCosts costs = new TransportCosts(candidates, groundTruths, predicted, config);
        int[] takers = new int[candidates.size()];
        Arrays.fill(takers, Matching.BACKGROUND);
        for (int object = 0; object < groundTruths.size(); object++) {
            if (groundTruths.get(object).box().isEmpty()) {
                continue;
            }
            for (int candidate : costs.leastOf(object)) {
                takers[candidate] = takers[candidate] == Matching.BACKGROUND ? object : CONTESTED;
            }
        }
        int[] assignments = new int[priors.size()];
        Arrays.fill(assignments, Matching.BACKGROUND);
        for (int candidate = 0; candidate < takers.length; candidate++) {
            assignments[candidates.prior(candidate)] =
                    takers[candidate] == CONTESTED ? costs.cheapestFor(candidate) : takers[candidate];
        }
        return new Matching(assignments);
    }
}
