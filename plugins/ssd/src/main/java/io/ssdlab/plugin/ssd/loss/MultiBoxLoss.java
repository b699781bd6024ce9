package io.ssdlab.plugin.ssd.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Scalar;
import io.ssdlab.spi.training.Targets;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The MultiBox loss of SSD (paper section 2.2, "Training objective"; MultiBoxLossLayer of the original): smooth L1 over
 * the box offsets of the positives plus softmax cross-entropy over the positives and the hard negatives of each image,
 * both divided by the number of positives in the batch. Without a positive the loss is 0.
 *
 * <p>Its terms are {@code location} (weighted) and {@code confidence}; the total is their sum. Immutable.
 */
public final class MultiBoxLoss implements DetectionLoss {

    /** The original takes the logarithm of no probability below the smallest normal float. */
    private static final float LEAST_LOG_PROBABILITY = (float) Math.log(Float.MIN_NORMAL);

    private final HardNegativeMining mining;
    private final float locationWeight;

    @Inject
    public MultiBoxLoss(MultiBoxConfig config) {
        this.mining = new HardNegativeMining(config.negativesPerPositive());
        this.locationWeight = (float) config.locationWeight();
    }

    @Override
    public LossTerms loss(Predictions predictions, Targets targets) {
        NDArray logits = predictions.classLogits();
        NDArray offsets = predictions.boxOffsets();
        requireShape("class logits", logits, targets, logits.getShape().get(2));
        requireShape("box offsets", offsets, targets, 4);

        int[] labels = targets.labels();
        int[] positives =
                IntStream.range(0, labels.length).filter(i -> labels[i] > 0).toArray();
        if (positives.length == 0) {
            return terms(zero(offsets), zero(logits));
        }
        int[] negatives =
                mining.choose(labels, backgroundLosses(logits), targets.priors().size());
        int[] trained = IntStream.concat(IntStream.of(positives), IntStream.of(negatives))
                .toArray();
        return terms(
                Scalar.times(locationLoss(offsets, targets.offsets(), positives), locationWeight / positives.length),
                Scalar.over(confidenceLoss(logits, labels, trained), positives.length));
    }

    /** {@code [batch * priors]} on the host: the cross-entropy of every prior box if it were background. */
    private static float[] backgroundLosses(NDArray logits) {
        float[] losses;
        try (NDArray detached = logits.stopGradient();
                NDArray logProbabilities = detached.logSoftmax(2);
                NDArray background = logProbabilities.get(new NDIndex(":, :, 0"))) {
            losses = background.toFloatArray();
        }
        for (int i = 0; i < losses.length; i++) {
            losses[i] = -Math.max(losses[i], LEAST_LOG_PROBABILITY);
        }
        return losses;
    }

    /** The sum of smooth L1 over the four offsets of the positives. */
    private static NDArray locationLoss(NDArray offsets, float[] targets, int[] positives) {
        long[] indices = rows(positives, 4);
        float[] wanted = new float[indices.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = targets[(int) indices[i]];
        }
        NDArray error =
                take(offsets, indices).sub(offsets.getManager().create(wanted)).abs();
        return NDArrays.where(error.lt(1), Scalar.over(error.square(), 2), error.sub(0.5f))
                .sum();
    }

    /**
     * The sum of cross-entropies of the prior boxes trained. The few rows are picked out before the softmax: dense
     * masks over all prior boxes take several times as long on both engines.
     */
    private static NDArray confidenceLoss(NDArray logits, int[] labels, int[] trained) {
        int classes = (int) logits.getShape().get(2);
        long[] labelled = new long[trained.length];
        for (int row = 0; row < trained.length; row++) {
            labelled[row] = (long) row * classes + labels[trained[row]];
        }
        NDArray rows = take(logits, rows(trained, classes)).reshape(trained.length, classes);
        // Not logSoftmax: MXNet's (oneDNN) is off by up to 1.5e-6, more than gradients may differ from the original's.
        NDArray shifted = rows.sub(rows.max(new int[] {1}, true).stopGradient());
        NDArray logProbabilities =
                take(shifted, labelled).sub(shifted.exp().sum(new int[] {1}).log());
        return floored(logProbabilities).sum().neg();
    }

    /** Floors the value but not its gradient, which in the original goes on pulling a hopeless prior box back. */
    private static NDArray floored(NDArray logProbabilities) {
        NDArray lift = Scalar.atLeast(logProbabilities, LEAST_LOG_PROBABILITY).sub(logProbabilities);
        return logProbabilities.add(lift.stopGradient());
    }

    /** A zero that depends on the array, so that the array gets a gradient, of zeros. */
    private static NDArray zero(NDArray array) {
        return Scalar.times(take(array, new long[] {0}), 0).sum();
    }

    private static LossTerms terms(NDArray location, NDArray confidence) {
        Map<String, NDArray> terms = new LinkedHashMap<>();
        terms.put("location", location);
        terms.put("confidence", confidence);
        return new LossTerms(location.add(confidence), terms);
    }

    /** The elements at flat indices. */
    private static NDArray take(NDArray array, long[] indices) {
        return array.take(array.getManager().create(indices));
    }

    /** The flat indices of whole rows in an array of rows of {@code length}. */
    private static long[] rows(int[] chosen, int length) {
        long[] indices = new long[chosen.length * length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (long) chosen[i / length] * length + i % length;
        }
        return indices;
    }

    private static void requireShape(String what, NDArray array, Targets targets, long values) {
        Shape wanted = new Shape(targets.batch(), targets.priors().size(), values);
        if (!array.getShape().equals(wanted)) {
            throw new IllegalArgumentException("%s of shape %s, expected %s".formatted(what, array.getShape(), wanted));
        }
    }
}
