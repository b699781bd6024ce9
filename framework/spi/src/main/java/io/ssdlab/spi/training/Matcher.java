package io.ssdlab.spi.training;

import io.ssdlab.spi.Maturity;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import java.util.List;

/**
 * Decides which prior boxes answer for which object (paper section 2.2, "Matching strategy").
 *
 * <p>Called once a training sample, from several loader threads at once: an implementation is immutable. Deterministic.
 */
@Maturity(Maturity.Level.STABLE)
@FunctionalInterface
public interface Matcher {

    /** Matches all priors of one image. Without objects every prior is background (or ignored). */
    Matching match(PriorBoxes priors, List<GroundTruth> groundTruths);
}
