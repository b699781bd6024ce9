package io.ssdlab.plugin.losses;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.ssdlab.spi.training.Targets;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Chooses the background prior boxes that are worth training on, as SSD does: in each image those with the largest
 * cross-entropy (paper section 2.2, "Hard negative mining"; MAX_NEGATIVE of the original). Immutable.
 */
final class HardNegatives {

    private static final int BACKGROUND = 0;

    private static final int INDEX_BITS = 32;

    private static final long INDEX_MASK = 0xffff_ffffL;

    private final float negativesPerPositive;

    HardNegatives(double negativesPerPositive) {
        this.negativesPerPositive = (float) negativesPerPositive;
    }

    /**
     * The negatives of a batch by the logits that are predicted, which get no gradient from the choice.
     *
     * @param logits {@code [batch, priors, 1 + classes]}
     */
    ChosenPriors choose(NDArray logits, Targets targets) {
        float[] losses;
        try (NDArray detached = logits.stopGradient();
                NDArray logProbabilities = detached.logSoftmax(2);
                NDArray background = logProbabilities.get(new NDIndex(":, :, 0"))) {
            losses = background.toFloatArray();
        }
        for (int i = 0; i < losses.length; i++) {
            // Rounding leaves some logarithms above 0.
            losses[i] = Math.max(0, -Math.max(losses[i], SmoothedCrossEntropy.LEAST_LOG_PROBABILITY));
        }
        return choose(targets.labels(), losses, targets.priors().size());
    }

    /**
     * Image by image {@code negativesPerPositive} times its positives, the product cut to a whole number, or all candidates
     * if they are fewer. Of equal losses the first prior box is chosen.
     *
     * @param labels {@code [batch * priors]} as in {@link Targets#labels}: candidates are those of label 0
     * @param losses {@code [batch * priors]}: the loss if the prior box were background, at least 0; read for candidates
     * @param priors prior boxes of an image
     */
    ChosenPriors choose(int[] labels, float[] losses, int priors) {
        return new ChosenPriors(IntStream.range(0, labels.length / priors)
                .flatMap(image -> chooseOfImage(labels, losses, image * priors, (image + 1) * priors))
                .toArray());
    }

    private IntStream chooseOfImage(int[] labels, float[] losses, int start, int end) {
        int positives = (int)
                IntStream.range(start, end).filter(i -> labels[i] > BACKGROUND).count();
        int wanted = (int) (positives * negativesPerPositive);
        if (wanted == 0) {
            return IntStream.empty();
        }
        // The bits of floats of one sign order as the floats do, so one sort of longs orders by loss, then by index.
        long[] keys = IntStream.range(start, end)
                .filter(i -> labels[i] == BACKGROUND)
                .mapToLong(i -> (long) ~Float.floatToIntBits(losses[i]) << INDEX_BITS | i)
                .toArray();
        Arrays.sort(keys);
        return Arrays.stream(keys)
                .limit(wanted)
                .mapToInt(key -> (int) (key & INDEX_MASK))
                .sorted();
    }
}
