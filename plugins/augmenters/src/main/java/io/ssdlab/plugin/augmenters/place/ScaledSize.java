package io.ssdlab.plugin.augmenters.place;

import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.model.InputSize;

/** The size to which a picture is scaled, against that of the input. */
public final class ScaledSize {

    private ScaledSize() {}

    /**
     * {@code scale} times the size of the input; with the picture's aspect ratio {@code scale} times the largest size that
     * fits into the input. At least one pixel a side.
     */
    public static InputSize of(Image image, InputSize input, double scale, boolean keepAspectRatio) {
        if (!keepAspectRatio) {
            return new InputSize(pixels(scale * input.width()), pixels(scale * input.height()));
        }
        double factor =
                scale * Math.min((double) input.width() / image.width(), (double) input.height() / image.height());
        return new InputSize(pixels(factor * image.width()), pixels(factor * image.height()));
    }

    private static int pixels(double length) {
        return Math.max(1, (int) Math.round(length));
    }
}
