package io.ssdlab.plugin.losses;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import io.ssdlab.spi.training.Scalar;
import io.ssdlab.spi.training.Targets;

/**
 * Predicted boxes and the boxes that they are matched to, along one axis of the image: two intervals each. Both are seen
 * from the centre of the matched box, so that no digits are lost to its place in the image. Normalised, differentiable.
 *
 * @param shift {@code [pairs]}: the centre of the predicted interval less that of the matched one
 * @param length {@code [pairs]}: the length of the predicted interval, above 0
 * @param matchedLength {@code [pairs]}: the length of the matched interval, above 0
 */
record AxisPairs(NDArray shift, NDArray length, NDArray matchedLength) {

    /**
     * The furthest shift and the greatest and least length that count, in lengths of the prior box. Beyond, every loss here
     * is flat to single precision; without bounds, an exponential and the square of a shift would overflow.
     */
    private static final float REACH = 1e4f;

    private static final float LOG_REACH = (float) Math.log(REACH);

    private static final int VALUES = 4;

    /** The axis from left to right, decoded from SSD's coding (see {@link Targets#offsets}) for the positives chosen. */
    static AxisPairs horizontal(NDArray offsets, Targets targets, ChosenPriors positives) {
        return decoded(
                offsets,
                targets,
                positives,
                0,
                targets.priors().variances().centreX(),
                targets.priors().variances().width());
    }

    /** The axis from top to bottom, likewise. */
    static AxisPairs vertical(NDArray offsets, Targets targets, ChosenPriors positives) {
        return decoded(
                offsets,
                targets,
                positives,
                1,
                targets.priors().variances().centreY(),
                targets.priors().variances().height());
    }

    private static AxisPairs decoded(
            NDArray offsets,
            Targets targets,
            ChosenPriors positives,
            int axis,
            float centreVariance,
            float sizeVariance) {
        NDManager manager = offsets.getManager();
        NDArray priorLength = manager.create(priorLengths(targets, positives, axis));
        NDArray matchedCentre = manager.create(positives.column(targets.offsets(), VALUES, axis));
        NDArray matchedSize = manager.create(positives.column(targets.offsets(), VALUES, 2 + axis));
        NDArray shift = Scalar.times(positives.column(offsets, axis).sub(matchedCentre), centreVariance)
                .clip(-REACH, REACH)
                .mul(priorLength);
        NDArray length = Scalar.times(positives.column(offsets, 2 + axis), sizeVariance)
                .clip(-LOG_REACH, LOG_REACH)
                .exp()
                .mul(priorLength);
        return new AxisPairs(
                shift, length, Scalar.times(matchedSize, sizeVariance).exp().mul(priorLength));
    }

    private static float[] priorLengths(Targets targets, ChosenPriors positives, int axis) {
        float[] centreSizes = targets.priors().centreSizes();
        float[] lengths = new float[positives.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] =
                    centreSizes[VALUES * (positives.index(i) % targets.priors().size()) + 2 + axis];
        }
        return lengths;
    }

    /** {@code [pairs]}: how long both intervals run together, at least 0. */
    NDArray overlap() {
        NDArray end = NDArrays.minimum(predictedEnd(), matchedEnd());
        NDArray start = NDArrays.maximum(predictedStart(), matchedEnd().neg());
        return Scalar.atLeast(end.sub(start), 0);
    }

    /** {@code [pairs]}: the length of the shortest interval that encloses both. */
    NDArray enclosing() {
        NDArray end = NDArrays.maximum(predictedEnd(), matchedEnd());
        NDArray start = NDArrays.minimum(predictedStart(), matchedEnd().neg());
        return end.sub(start);
    }

    private NDArray predictedStart() {
        return shift.sub(half(length));
    }

    private NDArray predictedEnd() {
        return shift.add(half(length));
    }

    private NDArray matchedEnd() {
        return half(matchedLength);
    }

    private static NDArray half(NDArray length) {
        return Scalar.over(length, 2);
    }
}
