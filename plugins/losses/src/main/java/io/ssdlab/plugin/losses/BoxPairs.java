package io.ssdlab.plugin.losses;

import ai.djl.ndarray.NDArray;
import io.ssdlab.spi.training.Scalar;
import io.ssdlab.spi.training.Targets;

/**
 * Predicted boxes beside the boxes that they are matched to, and how well they agree. Every measure is {@code [pairs]},
 * differentiable, 1 for equal boxes, and finite with finite gradients for finite offsets, however far away or thin a
 * predicted box is.
 *
 * <p>Lengths are normalised: distance and aspect ratio are those of the image warped to a square.
 *
 * @param horizontal from left to right
 * @param vertical from top to bottom
 */
record BoxPairs(AxisPairs horizontal, AxisPairs vertical) {

    private static final float ASPECT_RATIO_SCALE = (float) (4 / (Math.PI * Math.PI));

    /** Keeps 0/0 from equal boxes; what is smaller is the rounding of an overlap of 1. */
    private static final float LEAST_DISAGREEMENT = 1e-7f;

    /**
     * The boxes of the positives chosen, decoded from SSD's coding.
     *
     * @param offsets {@code [batch, priors, 4]} as predicted
     * @param positives at least one
     */
    static BoxPairs decoded(NDArray offsets, Targets targets, ChosenPriors positives) {
        return new BoxPairs(
                AxisPairs.horizontal(offsets, targets, positives), AxisPairs.vertical(offsets, targets, positives));
    }

    /** Intersection over union, 0 to 1. */
    NDArray iou() {
        return intersection().div(union());
    }

    /**
     * Generalised IoU, above -1 to 1: the IoU less the share of the enclosing box that neither covers (Rezatofighi et al.,
     * CVPR 2019, arXiv:1902.09630, Algorithm 1).
     */
    NDArray generalisedIou() {
        NDArray enclosing = horizontal.enclosing().mul(vertical.enclosing());
        NDArray union = union();
        return intersection().div(union).sub(enclosing.sub(union).div(enclosing));
    }

    /**
     * Distance IoU, above -1 to 1: the IoU less the squared distance of the centres in squared diagonals of the enclosing
     * box (Zheng et al., AAAI 2020, arXiv:1911.08287, equation 7).
     */
    NDArray distanceIou() {
        return iou().sub(distancePenalty());
    }

    /**
     * Complete IoU, above -2 to 1: the distance IoU less {@code alpha v}, where {@code v} is the squared difference of the
     * angles of the diagonals, in right angles, and {@code alpha = v / (1 - IoU + v)} (the same, equations 8, 9 and 11).
     *
     * <p>{@code alpha} is a trade-off in the paper and gets no gradient. The paper also drops {@code 1 / (w^2 + h^2)} from
     * the gradient of {@code v}, since it explodes for small boxes. Here the gradient is whole: the network predicts
     * logarithms of sizes, and with these {@code v} changes in proportion to {@code w h / (w^2 + h^2)}, 1/2 at most.
     */
    NDArray completeIou() {
        NDArray iou = iou();
        NDArray angle = horizontal.length().div(vertical.length()).atan();
        NDArray matchedAngle =
                horizontal.matchedLength().div(vertical.matchedLength()).atan();
        NDArray v = Scalar.times(matchedAngle.sub(angle).square(), ASPECT_RATIO_SCALE);
        NDArray fixed = v.stopGradient();
        NDArray disagreement = fixed.sub(iou.stopGradient()).add(1f);
        NDArray alpha = fixed.div(Scalar.atLeast(disagreement, LEAST_DISAGREEMENT));
        return iou.sub(distancePenalty()).sub(alpha.mul(v));
    }

    private NDArray distancePenalty() {
        NDArray distance = horizontal.shift().square().add(vertical.shift().square());
        NDArray diagonal =
                horizontal.enclosing().square().add(vertical.enclosing().square());
        return distance.div(diagonal);
    }

    private NDArray intersection() {
        return horizontal.overlap().mul(vertical.overlap());
    }

    private NDArray union() {
        NDArray predicted = horizontal.length().mul(vertical.length());
        NDArray matched = horizontal.matchedLength().mul(vertical.matchedLength());
        return predicted.add(matched).sub(intersection());
    }
}
