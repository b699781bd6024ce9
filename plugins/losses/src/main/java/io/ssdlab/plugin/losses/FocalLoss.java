package io.ssdlab.plugin.losses;

import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Scalar;
import io.ssdlab.spi.training.Targets;
import jakarta.inject.Inject;

/**
 * The focal loss over all prior boxes that are not ignored, without hard negative mining (Lin et al., ICCV 2017,
 * arXiv:1708.02002): {@code -alpha (1 - p)^gamma ln p}, where {@code p} is the probability of the prior box's label and
 * {@code alpha} is 1 less itself for background. It is divided by the number of positives in the batch, at least 1. Beside
 * it stands a {@link BoxLoss} of the positives.
 *
 * <p><b>Softmax instead of sigmoids.</b> RetinaNet has a sigmoid for each class and no background logit; detection here
 * takes the softmax over background and classes. A network trained on sigmoids would be asked for scores that it was never
 * trained to give, so {@code p} is the probability of that softmax, the multi-class form that the paper's first footnote
 * calls straightforward. A background prior box has one term, of weight {@code 1 - alpha}, for its background probability,
 * where the paper has one for each class; a positive has one, where the paper has one for every other class too. With one
 * class both are the same: the softmax of two logits is the sigmoid of their difference.
 *
 * <p><b>The start.</b> The paper starts the classes' biases so that each class has a probability of 0.01 everywhere (section
 * 4.1), since thousands of background boxes otherwise drown the positives in the first steps. A loss cannot set biases; the
 * experiment can: {@code model.object-probability: 0.01}, for all classes together. Without it all classes start as likely as
 * the background, and the first losses are near a hundred.
 *
 * <p>Its terms are {@code location} (weighted) and {@code confidence}; the total is their sum. Immutable.
 */
public final class FocalLoss implements DetectionLoss {

    private final FocalCrossEntropy crossEntropy;
    private final LocationLoss locationLoss;

    @Inject
    public FocalLoss(FocalConfig config) {
        this.crossEntropy = new FocalCrossEntropy(config.alpha(), config.gamma());
        this.locationLoss = new LocationLoss(config.boxLoss(), config.locationWeight());
    }

    /** @throws IllegalArgumentException if the predictions are not of the batch and the prior boxes of the targets */
    @Override
    public LossTerms loss(Predictions predictions, Targets targets) {
        PredictionShapes.require(predictions, targets);
        ChosenPriors positives = ChosenPriors.where(targets.labels(), label -> label > 0);
        int normaliser = Math.max(1, positives.size());
        return TwoTerms.of(
                locationLoss.of(predictions.boxOffsets(), targets, positives),
                Scalar.over(crossEntropy.sum(predictions.classLogits(), targets.labels()), normaliser));
    }
}
