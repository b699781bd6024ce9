package io.ssdlab.spi.box;

import io.ssdlab.spi.Maturity;
import java.util.Arrays;
import java.util.Locale;

/**
 * A box in pixels of the original image, as annotated or as detected. May reach outside the image. Whether the last pixel
 * counts to the box (the +1 of the VOC devkit) is the business of whoever measures it.
 *
 * <p>VOC states corners, COCO states a corner and a size, and {@code (x + width) - x} need not be {@code width} in floating
 * point. So a box keeps to the last bit what it was made from; only the rest is computed. Immutable.
 */
@Maturity(Maturity.Level.STABLE)
public final class PixelBox {

    private final double xMin;
    private final double yMin;
    private final double xMax;
    private final double yMax;
    private final double width;
    private final double height;

    /** A box by its corners. */
    public PixelBox(double xMin, double yMin, double xMax, double yMax) {
        this(xMin, yMin, xMax, yMax, xMax - xMin, yMax - yMin);
    }

    private PixelBox(double xMin, double yMin, double xMax, double yMax, double width, double height) {
        this.xMin = xMin;
        this.yMin = yMin;
        this.xMax = xMax;
        this.yMax = yMax;
        this.width = width;
        this.height = height;
    }

    /** A box by its corner nearest to the origin and its size, COCO's {@code bbox}; the far corner is their sum. */
    public static PixelBox ofSize(double xMin, double yMin, double width, double height) {
        return new PixelBox(xMin, yMin, xMin + width, yMin + height, width, height);
    }

    /** The inverse of {@link #normalised}. */
    public static PixelBox of(CornerBox box, int imageWidth, int imageHeight) {
        return new PixelBox(
                (double) box.xMin() * imageWidth,
                (double) box.yMin() * imageHeight,
                (double) box.xMax() * imageWidth,
                (double) box.yMax() * imageHeight);
    }

    public double xMin() {
        return xMin;
    }

    public double yMin() {
        return yMin;
    }

    public double xMax() {
        return xMax;
    }

    public double yMax() {
        return yMax;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /** This box in an image of the given size in pixels, normalised by plain division (no -1 shift), as the original. */
    public CornerBox normalised(int imageWidth, int imageHeight) {
        return new CornerBox(
                (float) xMin / imageWidth,
                (float) yMin / imageHeight,
                (float) xMax / imageWidth,
                (float) yMax / imageHeight);
    }

    /** Equal to the last bit, corners and size. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PixelBox box && Arrays.equals(values(), box.values());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values());
    }

    private double[] values() {
        return new double[] {xMin, yMin, xMax, yMax, width, height};
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "PixelBox[xMin=%s, yMin=%s, xMax=%s, yMax=%s]", xMin, yMin, xMax, yMax);
    }
}
