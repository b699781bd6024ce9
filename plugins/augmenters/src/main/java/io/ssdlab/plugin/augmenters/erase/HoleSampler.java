package io.ssdlab.plugin.augmenters.erase;

import io.ssdlab.plugin.augmenters.chance.Interval;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Searches for a random rectangle in an area (Zhong et al., algorithm 1).
 *
 * @param shares the hole's share of the area's pixels
 * @param aspectRatios the hole's height over its width, as the paper counts it
 */
record HoleSampler(Interval shares, Interval aspectRatios) {

    /** As the authors' code: an area in which none of so many fits is left as it is. */
    private static final int TRIALS = 100;

    /**
     * The first hole that has a pixel and is both narrower and lower than the area, so that some of it shows; empty if no
     * trial gives one. Each trial draws two values, share and aspect ratio; the hole that fits draws its place, column and
     * row. (The paper's algorithm draws a place in each trial and tries again where the hole then reaches out of the
     * picture, which makes large holes rarer than it says; its authors' code does as here.)
     */
    Optional<PixelArea> draw(PixelArea area, RandomGenerator random) {
        double pixels = (double) area.width() * area.height();
        for (int trial = 0; trial < TRIALS; trial++) {
            double size = shares.draw(random) * pixels;
            double aspectRatio = aspectRatios.draw(random);
            int width = (int) Math.round(Math.sqrt(size / aspectRatio));
            int height = (int) Math.round(Math.sqrt(size * aspectRatio));
            if (width > 0 && height > 0 && width < area.width() && height < area.height()) {
                int left = area.left() + random.nextInt(area.width() - width + 1);
                int top = area.top() + random.nextInt(area.height() - height + 1);
                return Optional.of(new PixelArea(left, top, left + width, top + height));
            }
        }
        return Optional.empty();
    }
}
