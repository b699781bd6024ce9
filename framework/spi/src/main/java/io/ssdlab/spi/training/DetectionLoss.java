package io.ssdlab.spi.training;

import io.ssdlab.spi.Maturity;

/**
 * Measures how far predictions are from their targets, differentiably (paper section 2.2, "Training objective").
 *
 * <p>Called on the training thread while the engine records gradients: no operation in place on what depends on the
 * predictions, only operations that both engines have, and numbers in products, quotients, maxima and minima as {@link
 * Scalar}s. Arrays that it makes belong to the manager of the predictions,
 * which the caller closes after the step. It may read predictions back to the host to choose hard negatives. It keeps no
 * state.
 */
@Maturity(Maturity.Level.STABLE)
@FunctionalInterface
public interface DetectionLoss {

    /** The loss of a batch. Finite for finite predictions, also when no image has an object. */
    LossTerms loss(Predictions predictions, Targets targets);
}
