package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * A sample's picture written as JPEG and read again: how the original hands it from one step to the next
 * (EncodeCVMatToDatum, with the quality of 95 that OpenCV takes by itself, and DecodeDatumToCVMatNative). Costs colour
 * detail and time; draws nothing.
 */
final class JpegReencoding {

    /** What OpenCV's encoder can write. */
    private static final int LONGEST_SIDE = 65_500;

    private JpegReencoding() {}

    /**
     * The sample with what JPEG leaves of its picture.
     *
     * @throws InvalidInputException if a side is longer than JPEG allows
     */
    static Sample of(Sample sample) {
        Image image = sample.image();
        if (Math.max(image.width(), image.height()) > LONGEST_SIDE) {
            throw new InvalidInputException(
                    sample.imageId(),
                    "its %d x %d pixels are more than JPEG allows: %d on a side"
                            .formatted(image.width(), image.height(), LONGEST_SIDE),
                    "shrink the picture, or set jpeg-reencoding: no");
        }
        return new Sample(sample.imageId(), reencoded(image), sample.groundTruths());
    }

    private static Image reencoded(Image image) {
        try (MatScope scope = new MatScope()) {
            MatOfByte jpeg = scope.emptyBytes();
            if (!Imgcodecs.imencode(".jpg", scope.copyOf(image), jpeg)) {
                throw new IllegalStateException("OpenCV writes no JPEG of " + image.width() + " x " + image.height());
            }
            Mat decoded = scope.adopt(Imgcodecs.imdecode(jpeg, Imgcodecs.IMREAD_UNCHANGED));
            return scope.toImage(decoded);
        }
    }
}
