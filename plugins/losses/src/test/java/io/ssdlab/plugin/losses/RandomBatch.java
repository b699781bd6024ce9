package io.ssdlab.plugin.losses;

import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Targets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Predictions and targets of two images, drawn from a seed: prior boxes of many shapes, most of them background. */
final class RandomBatch {

    static final int CLASSES = 3;
    private static final int BATCH = 2;
    private static final int PRIORS = 40;

    private final float[] logits;
    private final float[] offsets;
    private final Targets targets;

    private RandomBatch(float[] logits, float[] offsets, Targets targets) {
        this.logits = logits;
        this.offsets = offsets;
        this.targets = targets;
    }

    static RandomBatch of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] labels = new int[BATCH * PRIORS];
        float[] wanted = new float[4 * labels.length];
        for (int prior = 0; prior < labels.length; prior++) {
            double kind = random.nextDouble();
            if (kind < 0.2) {
                labels[prior] = 1 + random.nextInt(CLASSES);
                for (int i = 0; i < 4; i++) {
                    wanted[4 * prior + i] = (float) random.nextDouble(-4, 4);
                }
            } else if (kind < 0.3) {
                labels[prior] = Targets.IGNORED;
            }
        }
        return new RandomBatch(
                values(random, labels.length * (1 + CLASSES), 6),
                values(random, labels.length * 4, 6),
                new Targets(BATCH, priors(random), labels, wanted));
    }

    private static PriorBoxes priors(SplittableRandom random) {
        float[] centreSizes = new float[4 * PRIORS];
        for (int i = 0; i < centreSizes.length; i += 4) {
            centreSizes[i] = (float) random.nextDouble(1);
            centreSizes[i + 1] = (float) random.nextDouble(1);
            centreSizes[i + 2] = (float) random.nextDouble(0.02, 1);
            centreSizes[i + 3] = (float) random.nextDouble(0.02, 1);
        }
        return PriorBoxes.ofCentreSizes(
                List.of(new PriorLayer("map", 5, 8, 1)),
                centreSizes,
                new PriorBoxes.Variances(0.1f, 0.15f, 0.2f, 0.3f));
    }

    private static float[] values(SplittableRandom random, int count, double bound) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(-bound, bound);
        }
        return values;
    }

    /** {@code [batch * priors * (1 + classes)]}. */
    float[] logits() {
        return logits;
    }

    /** {@code [batch * priors * 4]}. */
    float[] offsets() {
        return offsets;
    }

    Targets targets() {
        return targets;
    }

    int positives() {
        return (int) IntStream.of(targets.labels()).filter(label -> label > 0).count();
    }

    /** The label of a prior box; {@link Targets#IGNORED} if it takes no part. */
    int label(int prior) {
        return targets.labels()[prior];
    }
}
