package io.ssdlab.plugin.augmenters.photometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ssdlab.plugin.augmenters.Pictures;
import io.ssdlab.plugin.augmenters.image.MatScope;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.testkit.AugmenterContract;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

final class JpegTest extends AugmenterContract {

    @Override
    protected Augmenter augmenter() {
        return new Jpeg(new JpegConfig(0.5, 50, 95));
    }

    @Test
    void everyQualityOfTheRangeComesAndNoOther() {
        Sample sample = new Sample("a", Pictures.noise(37, 23), List.of());
        Map<ByteBuffer, Integer> qualities = Map.of(
                atQuality(70, sample.image()), 70,
                atQuality(71, sample.image()), 71,
                atQuality(72, sample.image()), 72);
        Augmenter jpeg = new Jpeg(new JpegConfig(1, 70, 72));
        TreeSet<Integer> seen = new TreeSet<>();
        for (int seed = 0; seed < 30; seed++) {
            byte[] reencoded =
                    jpeg.augment(sample, new SplittableRandom(seed)).image().bgr();
            seen.add(qualities.getOrDefault(ByteBuffer.wrap(reencoded), 0));
        }
        assertThat(seen).containsExactly(70, 71, 72);
    }

    @Test
    void aSideLongerThanJpegAllowsIsRefusedByName() {
        Augmenter jpeg = new Jpeg(new JpegConfig(1, 90, 90));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> jpeg.augment(
                        new Sample("strip", Pictures.plain(65_501, 1, 1, 2, 3), List.of()), new SplittableRandom(1)))
                .withMessageContaining("strip")
                .withMessageContaining("65501 x 1");
        assertThat(jpeg.augment(new Sample("a", Pictures.plain(65_500, 1, 1, 2, 3), List.of()), new SplittableRandom(1))
                        .image()
                        .width())
                .isEqualTo(65_500);
    }

    @Test
    void refusesARangeUpsideDown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JpegConfig(1, 90, 80))
                .withMessageContaining("min-quality 90 is above max-quality 80");
    }

    /** What an encoder and decoder of its own give at a stated quality. */
    private static ByteBuffer atQuality(int quality, Image picture) {
        try (MatScope scope = new MatScope()) {
            MatOfByte jpeg = new MatOfByte();
            Imgcodecs.imencode(
                    ".jpg", scope.copyOf(picture), jpeg, new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality));
            return ByteBuffer.wrap(scope.toImage(Imgcodecs.imdecode(jpeg, Imgcodecs.IMREAD_UNCHANGED))
                    .bgr());
        }
    }
}
