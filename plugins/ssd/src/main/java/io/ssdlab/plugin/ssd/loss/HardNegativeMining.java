package io.ssdlab.plugin.ssd.loss;

import io.ssdlab.spi.training.Targets;
import java.util.stream.IntStream;

/**
 * Chooses the background prior boxes that are worth training on: in each image those with the largest loss (paper
 * section 2.2, "Hard negative mining"; MAX_NEGATIVE of the original). Immutable.
 */
final class HardNegativeMining {

    private static final int BACKGROUND = 0;

    private final float negativesPerPositive;

    HardNegativeMining(double negativesPerPositive) {
        this.negativesPerPositive = (float) negativesPerPositive;
    }

    /**
     * Chooses the negatives of a batch, image by image: {@code negativesPerPositive} times its positives, the product
     * cut to a whole number, or all candidates if they are fewer. An image without positives has none. Of equal losses
     * the first prior box is chosen.
     *
     * @param labels {@code [batch * priors]} as in {@link Targets#labels}: candidates are those of label 0
     * @param backgroundLosses {@code [batch * priors]}: the loss if the prior box were background; read for candidates
     * @param priors prior boxes of an image
     * @return indices into {@code labels}, ascending
     */
    int[] choose(int[] labels, float[] backgroundLosses, int priors) {
        IntStream.Builder chosen = IntStream.builder();
        for (int start = 0; start < labels.length; start += priors) {
            int end = start + priors;
            int positives = 0;
            int candidates = 0;
            for (int i = start; i < end; i++) {
                if (labels[i] > BACKGROUND) {
                    positives++;
                } else if (labels[i] == BACKGROUND) {
                    candidates++;
                }
            }
            int wanted = Math.min((int) (positives * negativesPerPositive), candidates);
            if (wanted > 0) {
                for (int index : hardest(wanted, labels, backgroundLosses, start, end)) {
                    chosen.add(index);
                }
            }
        }
        return chosen.build().toArray();
    }

    private static int[] hardest(int wanted, int[] labels, float[] backgroundLosses, int start, int end) {
        LargestLosses largest = new LargestLosses(wanted);
        for (int i = start; i < end; i++) {
            if (labels[i] == BACKGROUND) {
                largest.offer(i, backgroundLosses[i]);
            }
        }
        return largest.ascendingIndices();
    }
}
