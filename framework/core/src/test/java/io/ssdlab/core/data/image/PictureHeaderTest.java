package io.ssdlab.core.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencv.imgcodecs.Imgcodecs;

final class PictureHeaderTest {

    static Stream<Arguments> withEndMarker() {
        byte[] thumbnail = Encoded.as(".jpg", Pictures.gradient(16, 8));
        byte[] baseline = Encoded.as(".jpg", Pictures.noise(37, 21));
        return Stream.of(
                Arguments.of("baseline JPEG", baseline),
                Arguments.of(
                        "progressive JPEG",
                        Encoded.as(".jpg", Pictures.noise(37, 21), Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1)),
                Arguments.of(
                        "JPEG with restart markers",
                        Encoded.as(".jpg", Pictures.noise(37, 21), Imgcodecs.IMWRITE_JPEG_RST_INTERVAL, 1)),
                Arguments.of("JPEG with a thumbnail", Encoded.withApp1(baseline, thumbnail)),
                Arguments.of("PNG", Encoded.as(".png", Pictures.noise(37, 21))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withEndMarker")
    void tellsTheSizeAndThatThePictureIsComplete(String kind, byte[] encoded) {
        assertThat(PictureHeader.read(encoded)).contains(new PictureHeader(37, 21, true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withEndMarker")
    void noBeginningOfAPictureIsComplete(String kind, byte[] encoded) {
        for (int length = 0; length < encoded.length; length++) {
            assertThat(PictureHeader.read(Arrays.copyOf(encoded, length)).filter(PictureHeader::complete))
                    .as("the first %d of %d bytes", length, encoded.length)
                    .isEmpty();
        }
    }

    @Test
    void bytesBehindTheEndDoNotMatter() {
        byte[] jpeg = Encoded.as(".jpg", Pictures.noise(37, 21));
        assertThat(PictureHeader.read(Arrays.copyOf(jpeg, jpeg.length + 100)))
                .contains(new PictureHeader(37, 21, true));
    }

    @Test
    void readsBmpOfEitherRowOrder() {
        byte[] bmp = Encoded.as(".bmp", Pictures.noise(37, 21));
        assertThat(PictureHeader.read(bmp)).contains(new PictureHeader(37, 21, true));
        bmp[22] = -21;
        bmp[23] = -1;
        bmp[24] = -1;
        bmp[25] = -1;
        assertThat(PictureHeader.read(bmp)).contains(new PictureHeader(37, 21, true));
    }

    @Test
    void otherContentIsNoPicture() {
        assertThat(PictureHeader.read(new byte[0])).isEmpty();
        assertThat(PictureHeader.read("GIF89a and more".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(PictureHeader.read("<html><body>404 not found</body></html>".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    @Property(tries = 500)
    void anyBytesBehindAJpegStartAreSurvived(@ForAll @Size(max = 200) byte[] bytes) {
        byte[] jpeg = new byte[bytes.length + 2];
        jpeg[0] = (byte) 0xff;
        jpeg[1] = (byte) 0xd8;
        System.arraycopy(bytes, 0, jpeg, 2, bytes.length);
        assertThat(PictureHeader.read(jpeg).filter(header -> header.width() < 1 || header.height() < 1))
                .isEmpty();
    }

    @Property(tries = 200)
    void aDamagedByteIsSurvived(@ForAll int place, @ForAll byte value) {
        byte[] jpeg = Encoded.as(".jpg", Pictures.gradient(9, 9));
        jpeg[Math.floorMod(place, jpeg.length)] = value;
        assertThat(PictureHeader.read(jpeg).filter(header -> header.width() < 1 || header.height() < 1))
                .isEmpty();
    }
}
