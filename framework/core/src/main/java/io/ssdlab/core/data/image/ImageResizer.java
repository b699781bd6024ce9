package io.ssdlab.core.data.image;

import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.model.InputSize;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Warps pictures to the size of the network's input, whatever their aspect ratio, linearly interpolated: what the original
 * does at test time. Immutable, for any number of threads.
 */
public final class ImageResizer {

    private final InputSize input;

    public ImageResizer(InputSize input) {
        this.input = input;
    }

    /** The warped picture; the given one if its size fits. */
    public Image resize(Image image) {
        if (image.width() == input.width() && image.height() == input.height()) {
            return image;
        }
        try (MatScope scope = new MatScope()) {
            Mat resized = scope.empty();
            Imgproc.resize(
                    scope.copyOf(image), resized, new Size(input.width(), input.height()), 0, 0, Imgproc.INTER_LINEAR);
            return scope.toImage(resized);
        }
    }
}
