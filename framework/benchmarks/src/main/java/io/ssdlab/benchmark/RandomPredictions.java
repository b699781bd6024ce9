package io.ssdlab.benchmark;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What a trained detector might predict for an image with some objects: where a prior box overlaps one by more than SSD's training
 * calls background, its class rises with the IoU; elsewhere the background is sure of itself, but for noise that lets a few prior
 * boxes of any class pass 0.01. Of ten objects and 8732 prior boxes about 900 scores do, near the 1,000 of the comparison with
 * torchvision.
 */
public final class RandomPredictions {

    /** Of the background's logit over the noise of the classes: scores above 0.01 have about 4 in 1000 of them. */
    private static final float BACKGROUND = 7.3f;

    /** From here on a prior box's class rises. */
    private static final float LEAST_OVERLAP = 0.3f;

    /** By how much it would at an IoU greater by 1: an object wins over the background from an IoU of 0.6 on. */
    private static final float RISE = 24;

    private final PriorBoxes priors;
    private final int classes;
    private final RandomGenerator random;

    public RandomPredictions(PriorBoxes priors, int classes, RandomGenerator random) {
        this.priors = priors;
        this.classes = classes;
        this.random = random;
    }

    /** Objects of a tenth to half of the image a side. */
    public List<GroundTruth> objects(int count) {
        return Stream.generate(() -> {
                    float width = (float) random.nextDouble(0.1, 0.5);
                    float height = (float) random.nextDouble(0.1, 0.5);
                    float x = (float) random.nextDouble(1 - width);
                    float y = (float) random.nextDouble(1 - height);
                    return new GroundTruth(
                            new CornerBox(x, y, x + width, y + height), random.nextInt(1, classes + 1), false);
                })
                .limit(count)
                .toList();
    }

    /** {@code [priors, 1 + classes]}. */
    public float[] logits(List<GroundTruth> objects) {
        float[] logits = new float[priors.size() * (1 + classes)];
        for (int prior = 0; prior < priors.size(); prior++) {
            int at = prior * (1 + classes);
            logits[at] = BACKGROUND;
            for (int label = 1; label <= classes; label++) {
                logits[at + label] = (float) random.nextGaussian();
            }
            CornerBox box = corners(prior);
            objects.forEach(object -> logits[at + object.label()] +=
                    RISE * Math.max(0, box.intersectionOverUnion(object.box()) - LEAST_OVERLAP));
        }
        return logits;
    }

    /** {@code [priors, 4]}. */
    public float[] offsets() {
        float[] offsets = new float[4 * priors.size()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = (float) random.nextGaussian(0, 0.5);
        }
        return offsets;
    }

    private CornerBox corners(int prior) {
        float[] corners = priors.corners();
        int at = 4 * prior;
        return new CornerBox(corners[at], corners[at + 1], corners[at + 2], corners[at + 3]);
    }
}
