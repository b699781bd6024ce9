package io.ssdlab.plugin.ssd.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

final class JpegReencodingTest {

    @Test
    void pixelsAreThoseOfOpenCvAtTheQualityOf95() {
        Image picture = Pictures.noise(37, 23);
        Image reencoded = JpegReencoding.of(new Sample("a", picture, List.of())).image();
        assertThat(reencoded.width()).isEqualTo(37);
        assertThat(reencoded.height()).isEqualTo(23);
        assertThat(reencoded.bgr()).isEqualTo(atQuality(95, picture).bgr()).isNotEqualTo(picture.bgr());
        assertThat(reencoded.bgr()).isNotEqualTo(atQuality(94, picture).bgr());
    }

    @Test
    void idAndObjectsStay() {
        Sample sample = new Sample(
                "a", Pictures.noise(8, 8), List.of(new GroundTruth(new CornerBox(0, 0.25f, 0.5f, 1), 4, true)));
        Sample reencoded = JpegReencoding.of(sample);
        assertThat(reencoded.imageId()).isEqualTo("a");
        assertThat(reencoded.groundTruths()).isEqualTo(sample.groundTruths());
    }

    @Test
    void aSideLongerThanJpegAllowsIsRefusedByName() {
        Sample sample = new Sample("strip", Pictures.plain(65_501, 1, 1, 2, 3), List.of());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> JpegReencoding.of(sample))
                .withMessageContaining("strip")
                .withMessageContaining("65501 x 1")
                .withMessageContaining("jpeg-reencoding: no");
        assertThat(JpegReencoding.of(new Sample("a", Pictures.plain(65_500, 1, 1, 2, 3), List.of()))
                        .image()
                        .width())
                .isEqualTo(65_500);
    }

    /** What an encoder and decoder of its own give at a stated quality. */
    static Image atQuality(int quality, Image picture) {
        try (MatScope scope = new MatScope()) {
            MatOfByte jpeg = new MatOfByte();
            Imgcodecs.imencode(
                    ".jpg", scope.copyOf(picture), jpeg, new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality));
            return scope.toImage(Imgcodecs.imdecode(jpeg, Imgcodecs.IMREAD_COLOR));
        }
    }
}
