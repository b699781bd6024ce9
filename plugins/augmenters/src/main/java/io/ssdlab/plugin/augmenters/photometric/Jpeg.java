package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.plugin.augmenters.image.MatScope;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * Writes the picture as JPEG of a quality drawn at random and reads it again (JpegCompression, now ImageCompression, of
 * Albumentations, arXiv:1809.06839). Draws whether to, then the quality, a whole number.
 */
public final class Jpeg implements Augmenter {

    /** What OpenCV's encoder can write. */
    private static final int LONGEST_SIDE = 65_500;

    private final JpegConfig config;

    @Inject
    public Jpeg(JpegConfig config) {
        this.config = config;
    }

    /** @throws InvalidInputException if a side is longer than JPEG allows: 65,500 pixels */
    @Override
    public Sample augment(Sample sample, RandomGenerator random) {
        if (random.nextDouble() >= config.probability()) {
            return sample;
        }
        Image image = sample.image();
        if (Math.max(image.width(), image.height()) > LONGEST_SIDE) {
            throw new InvalidInputException(
                    sample.imageId(),
                    "its %d x %d pixels are more than JPEG allows: %d on a side"
                            .formatted(image.width(), image.height(), LONGEST_SIDE),
                    "shrink the picture, or leave the augmenter jpeg out");
        }
        int quality = config.minQuality() + random.nextInt(config.maxQuality() - config.minQuality() + 1);
        return new Sample(sample.imageId(), reencoded(image, quality), sample.groundTruths());
    }

    private static Image reencoded(Image image, int quality) {
        try (MatScope scope = new MatScope()) {
            MatOfByte jpeg = scope.adopt(new MatOfByte());
            MatOfInt parameters = scope.adopt(new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality));
            if (!Imgcodecs.imencode(".jpg", scope.copyOf(image), jpeg, parameters)) {
                throw new IllegalStateException("OpenCV writes no JPEG of " + image.width() + " x " + image.height());
            }
            Mat decoded = scope.adopt(Imgcodecs.imdecode(jpeg, Imgcodecs.IMREAD_COLOR));
            return scope.toImage(decoded);
        }
    }
}
