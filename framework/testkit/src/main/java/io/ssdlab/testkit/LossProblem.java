package io.ssdlab.testkit;

import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Targets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Predictions and targets of a small batch, on the host. */
final class LossProblem {

    static final int CLASSES = 3;
    static final int LOGITS = 1 + CLASSES;
    private static final int BATCH = 2;
    private static final int SIDE = 4;
    private static final int PRIORS = SIDE * SIDE;

    private final float[] logits;
    private final float[] offsets;
    private final Targets targets;

    private LossProblem(float[] logits, float[] offsets, Targets targets) {
        this.logits = logits;
        this.offsets = offsets;
        this.targets = targets;
    }

    /** {@code [batch * priors * LOGITS]}. */
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

    /** Two positives in the first image and one in the second, some ignored, the rest background. */
    static LossProblem usual() {
        int[] labels = new int[BATCH * PRIORS];
        labels[3] = 1;
        labels[7] = CLASSES;
        labels[PRIORS + 5] = 2;
        labels[0] = Targets.IGNORED;
        labels[PRIORS - 1] = Targets.IGNORED;
        labels[PRIORS + 6] = Targets.IGNORED;
        return of(labels);
    }

    /** Every prior box of every image with the same label. */
    static LossProblem uniform(int label) {
        int[] labels = new int[BATCH * PRIORS];
        Arrays.fill(labels, label);
        return of(labels);
    }

    /** One positive, so that most of the batch has no object. */
    static LossProblem oneObject() {
        int[] labels = new int[BATCH * PRIORS];
        labels[PRIORS + 9] = 1;
        return of(labels);
    }

    /** The same with other logits. */
    LossProblem withLogits(float[] others) {
        return new LossProblem(others, offsets, targets);
    }

    /** The same with other predicted offsets. */
    LossProblem withOffsets(float[] others) {
        return new LossProblem(logits, others, targets);
    }

    /** The same with predictions so many times as large. */
    LossProblem scaled(float factor) {
        return new LossProblem(times(logits, factor), times(offsets, factor), targets);
    }

    /** The same with targets so many times as far from the prior boxes. */
    LossProblem withFarTargets(float factor) {
        return new LossProblem(
                logits,
                offsets,
                new Targets(targets.batch(), targets.priors(), targets.labels(), times(targets.offsets(), factor)));
    }

    private static LossProblem of(int[] labels) {
        float[] wanted = random(3, 4 * labels.length, 2);
        for (int i = 0; i < wanted.length; i++) {
            if (labels[i / 4] < 1) {
                wanted[i] = 0;
            }
        }
        return new LossProblem(
                random(1, labels.length * LOGITS, 3),
                random(2, labels.length * 4, 2),
                new Targets(BATCH, priors(), labels, wanted));
    }

    private static PriorBoxes priors() {
        float[] centreSizes = new float[4 * PRIORS];
        for (int prior = 0; prior < PRIORS; prior++) {
            int row = prior / SIDE;
            int column = prior % SIDE;
            centreSizes[4 * prior] = (column + 0.5f) / SIDE;
            centreSizes[4 * prior + 1] = (row + 0.5f) / SIDE;
            centreSizes[4 * prior + 2] = 0.3f;
            centreSizes[4 * prior + 3] = 0.3f;
        }
        return PriorBoxes.ofCentreSizes(
                List.of(new PriorLayer("map", SIDE, SIDE, 1)), centreSizes, PriorBoxes.Variances.ORIGINAL);
    }

    private static float[] random(long seed, int count, double bound) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(-bound, bound);
        }
        return values;
    }

    private static float[] times(float[] values, float factor) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = factor * values[i];
        }
        return scaled;
    }
}
