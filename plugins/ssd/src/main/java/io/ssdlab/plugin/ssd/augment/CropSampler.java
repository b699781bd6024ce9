package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.box.CornerBox;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Searches for a random crop that overlaps an object enough. GenerateSamples and SampleBBox of the original. */
final class CropSampler {

    private final CropSamplerConfig config;

    CropSampler(CropSamplerConfig config) {
        this.config = config;
    }

    /**
     * The first crop that satisfies the constraint, in units of the picture; empty if none of the trials does. Each trial
     * draws four values: scale, aspect ratio, horizontal and vertical position.
     */
    Optional<CornerBox> sample(List<CornerBox> objects, RandomGenerator random) {
        for (int trial = 0; trial < config.maxTrials(); trial++) {
            CornerBox crop = crop(random.nextFloat(), random.nextFloat(), random.nextFloat(), random.nextFloat());
            if (satisfies(crop, objects)) {
                return Optional.of(crop);
            }
        }
        return Optional.empty();
    }

    /**
     * The crop for four shares of what is allowed, each from 0 up to 1. The aspect ratio is first drawn from its range and
     * then cut to [scale², 1/scale²], beyond which the crop would not fit into the picture.
     */
    CornerBox crop(float scaleShare, float aspectRatioShare, float leftShare, float topShare) {
        float scale = between(config.minScale(), config.maxScale(), scaleShare);
        float square = (float) ((double) scale * scale);
        float inverseSquare = (float) (1 / ((double) scale * scale));
        float aspectRatio = between(config.minAspectRatio(), config.maxAspectRatio(), aspectRatioShare);
        aspectRatio = Math.min(Math.max(aspectRatio, square), inverseSquare);
        float root = (float) Math.sqrt(aspectRatio);
        // At the limits of the aspect ratio a side may come out a rounding error above 1.
        float width = Math.min(1, scale * root);
        float height = Math.min(1, scale / root);
        float xMin = leftShare * (1 - width);
        float yMin = topShare * (1 - height);
        return new CornerBox(xMin, yMin, xMin + width, yMin + height);
    }

    /** Whether any one object fulfils the constraint. SatisfySampleConstraint of the original. */
    private boolean satisfies(CornerBox crop, List<CornerBox> objects) {
        if (config.minIou().isEmpty() && config.maxIou().isEmpty()) {
            return true;
        }
        float least = config.minIou().map(Double::floatValue).orElse(Float.NEGATIVE_INFINITY);
        float greatest = config.maxIou().map(Double::floatValue).orElse(Float.POSITIVE_INFINITY);
        for (CornerBox object : objects) {
            float overlap = crop.intersectionOverUnion(object);
            if (overlap >= least && overlap <= greatest) {
                return true;
            }
        }
        return false;
    }

    private static float between(double least, double greatest, float share) {
        return (float) least + (float) (greatest - least) * share;
    }
}
