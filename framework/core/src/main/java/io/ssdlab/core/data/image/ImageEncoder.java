package io.ssdlab.core.data.image;

import io.ssdlab.spi.data.Image;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** Encodes pictures for files. Immutable, for any number of threads. */
public final class ImageEncoder {

    /** The picture as PNG, without loss. */
    public byte[] png(Image image) {
        return encode(image, ".png");
    }

    /**
     * The picture as JPEG.
     *
     * @param quality 1 (small) to 100 (good)
     */
    public byte[] jpeg(Image image, int quality) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("a JPEG quality of " + quality + ", expected 1 to 100");
        }
        return encode(image, ".jpg", Imgcodecs.IMWRITE_JPEG_QUALITY, quality);
    }

    private static byte[] encode(Image image, String extension, int... settings) {
        try (MatScope scope = new MatScope()) {
            MatOfByte encoded = scope.emptyBytes();
            MatOfInt parameters = scope.copyOf(settings);
            if (!Imgcodecs.imencode(extension, scope.copyOf(image), encoded, parameters)) {
                throw new IllegalStateException("OpenCV cannot encode a picture of %d x %d pixels as %s"
                        .formatted(image.width(), image.height(), extension));
            }
            return encoded.toArray();
        }
    }
}
