package io.ssdlab.plugin.losses;

import ai.djl.ndarray.NDArray;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Scalar;
import io.ssdlab.spi.training.Targets;
import jakarta.inject.Inject;

/**
 * SSD's loss with another loss for the boxes, with smoothed labels, or with both: a {@link BoxLoss} of the positives, and
 * softmax cross-entropy over the positives and the hard negatives of each image (paper section 2.2, "Training objective"),
 * both divided by the number of positives in the batch. Without a positive the loss is 0.
 *
 * <p>With {@link BoxLoss#SMOOTH_L1}, location weight 1 and no smoothing it is SSD's loss. Hard negatives are chosen by the
 * plain cross-entropy, whatever the smoothing.
 *
 * <p>Its terms are {@code location} (weighted) and {@code confidence}; the total is their sum. Immutable.
 */
public final class IouMultiBoxLoss implements DetectionLoss {

    private final LocationLoss locationLoss;
    private final HardNegatives hardNegatives;
    private final SmoothedCrossEntropy crossEntropy;

    @Inject
    public IouMultiBoxLoss(IouMultiBoxConfig config) {
        this.locationLoss = new LocationLoss(config.boxLoss(), config.locationWeight());
        this.hardNegatives = new HardNegatives(config.negativesPerPositive());
        this.crossEntropy = new SmoothedCrossEntropy(config.labelSmoothing());
    }

    /** @throws IllegalArgumentException if the predictions are not of the batch and the prior boxes of the targets */
    @Override
    public LossTerms loss(Predictions predictions, Targets targets) {
        PredictionShapes.require(predictions, targets);
        ChosenPriors positives = ChosenPriors.where(targets.labels(), label -> label > 0);
        return TwoTerms.of(
                locationLoss.of(predictions.boxOffsets(), targets, positives),
                confidenceLoss(predictions.classLogits(), targets, positives));
    }

    private NDArray confidenceLoss(NDArray logits, Targets targets, ChosenPriors positives) {
        if (positives.isEmpty()) {
            return Zero.of(logits);
        }
        ChosenPriors trained = positives.and(hardNegatives.choose(logits, targets));
        return Scalar.over(crossEntropy.sum(logits, targets.labels(), trained), positives.size());
    }
}
