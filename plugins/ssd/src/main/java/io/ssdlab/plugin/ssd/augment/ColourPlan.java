package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.data.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.opencv.core.Mat;

/**
 * What is done to the colours of one sample. ApplyDistort of the original.
 *
 * @param steps in the order in which they are applied; may be empty
 */
record ColourPlan(List<ColourStep> steps) {

    /**
     * OpenCV changes a row's pixels in vectors, and what is left at its end one by one, with other rounding. A part of a row that
     * starts at a multiple of the longest vectors' pixels and ends at one, or where the row ends, is rounded like the row.
     */
    private static final int BLOCK = 64;

    ColourPlan {
        steps = List.copyOf(steps);
    }

    /**
     * Draws a plan. Draws in this order: the place of the contrast (second, or last), then for each step, in the order in
     * which they are applied, whether it is done and, only if so, by how much.
     */
    static ColourPlan draw(ColourDistortionConfig config, RandomGenerator random) {
        boolean contrastEarly = random.nextFloat() > 0.5f;
        List<ColourStep> steps = new ArrayList<>(4);
        if (random.nextFloat() < config.brightnessProbability()) {
            steps.add(new ColourStep.Brightness(symmetric(config.brightnessDelta(), random)));
        }
        if (contrastEarly) {
            drawContrast(config, random, steps);
        }
        if (random.nextFloat() < config.saturationProbability()) {
            steps.add(new ColourStep.Saturation(between(config.saturationMin(), config.saturationMax(), random)));
        }
        if (random.nextFloat() < config.hueProbability()) {
            steps.add(new ColourStep.Hue(symmetric(config.hueDelta(), random)));
        }
        if (!contrastEarly) {
            drawContrast(config, random, steps);
        }
        return new ColourPlan(steps);
    }

    /** The picture after all steps; the given one if there are none. */
    Image apply(Image image) {
        return steps.isEmpty()
                ? image
                : Image.computed(
                        image.width(),
                        image.height(),
                        (left, top, width, height) -> read(image, new PixelRectangle(left, top, width, height)));
    }

    /** Changes as many pixels around those wanted as make the result the same as that of the whole picture. */
    private byte[] read(Image image, PixelRectangle wanted) {
        int left = wanted.left() / BLOCK * BLOCK;
        int right = Math.min((wanted.left() + wanted.width() + BLOCK - 1) / BLOCK * BLOCK, image.width());
        if (right > image.width() / BLOCK * BLOCK) {
            right = image.width();
        }
        Image changed = changed(image.region(left, wanted.top(), right - left, wanted.height()));
        return changed.region(wanted.left() - left, 0, wanted.width(), wanted.height())
                .bgr();
    }

    private Image changed(Image image) {
        try (MatScope scope = new MatScope()) {
            Mat bgr = scope.copyOf(image);
            for (ColourStep step : steps) {
                step.apply(bgr, scope);
            }
            return scope.toImage(bgr);
        }
    }

    private static void drawContrast(ColourDistortionConfig config, RandomGenerator random, List<ColourStep> steps) {
        if (random.nextFloat() < config.contrastProbability()) {
            steps.add(new ColourStep.Contrast(between(config.contrastMin(), config.contrastMax(), random)));
        }
    }

    private static float symmetric(double delta, RandomGenerator random) {
        return between(-delta, delta, random);
    }

    private static float between(double least, double greatest, RandomGenerator random) {
        return (float) (least + (greatest - least) * random.nextFloat());
    }
}
