package io.ssdlab.spi.box;

/**
 * A box by its corners in pixels of the original image, as annotated or as detected. May reach outside the image. Whether
 * the last pixel counts to the box (the +1 of the VOC devkit) is the business of whoever measures it.
 */
public record PixelBox(double xMin, double yMin, double xMax, double yMax) {

    public double width() {
        return xMax - xMin;
    }

    public double height() {
        return yMax - yMin;
    }

    /** This box in an image of the given size in pixels, normalised by plain division (no -1 shift), as the original. */
    public CornerBox normalised(int imageWidth, int imageHeight) {
        return new CornerBox(
                (float) xMin / imageWidth,
                (float) yMin / imageHeight,
                (float) xMax / imageWidth,
                (float) yMax / imageHeight);
    }

    /** The inverse of {@link #normalised}. */
    public static PixelBox of(CornerBox box, int imageWidth, int imageHeight) {
        return new PixelBox(
                (double) box.xMin() * imageWidth,
                (double) box.yMin() * imageHeight,
                (double) box.xMax() * imageWidth,
                (double) box.yMax() * imageHeight);
    }
}
