package io.ssdlab.spi.training;

import io.ssdlab.spi.Maturity;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import java.util.List;

/**
 * A matcher that looks at what the network predicts just now, as optimal transport does (OTA, arXiv 2103.14259; SimOTA of
 * YOLOX, arXiv 2107.08430). Its matching changes as training goes on.
 *
 * <p>Called once an image and step, between the forward pass and the loss, from several threads at once: an implementation is
 * immutable. Deterministic.
 */
@Maturity(Maturity.Level.EXPERIMENTAL)
public interface PredictionMatcher extends Matcher {

    /** Matches all priors of one image. Without objects every prior is background (or ignored). */
    Matching match(PriorBoxes priors, List<GroundTruth> groundTruths, PredictedBoxes predicted);

    /**
     * Matches as if the network predicted each prior box itself and no class rather than another: where there is no network
     * yet. Labels beyond those of the objects make no difference to it.
     */
    @Override
    default Matching match(PriorBoxes priors, List<GroundTruth> groundTruths) {
        int classes = groundTruths.stream().mapToInt(GroundTruth::label).max().orElse(1);
        return match(
                priors,
                groundTruths,
                new PredictedBoxes(classes, new float[priors.size() * (1 + classes)], priors.corners()));
    }
}
