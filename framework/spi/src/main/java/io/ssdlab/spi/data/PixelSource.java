package io.ssdlab.spi.data;

import io.ssdlab.spi.Maturity;

/**
 * Computes the pixels of an {@link Image} when they are asked for, and no more than are asked for: what a crop leaves out need
 * not have been changed before.
 *
 * <p>Called from any thread, more than once if several ask at the same time, and always with the same result: an augmenter
 * makes its random choices before.
 */
@Maturity(Maturity.Level.EXPERIMENTAL)
@FunctionalInterface
public interface PixelSource {

    /**
     * Computes a rectangle of the image, in pixels, at least one and all within the image.
     *
     * @return blue, green and red of each pixel, row by row, {@code width * height * 3} in all; nobody writes to it afterwards
     */
    byte[] read(int left, int top, int width, int height);
}
