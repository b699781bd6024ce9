package io.ssdlab.core.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.Image;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageDecoderTest {

    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
    private final ImageDecoder decoder = new ImageDecoder();

    @AfterEach
    void closeFiles() throws IOException {
        files.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".bmp"})
    void decodesWhatHasNoLossExactly(String extension) throws IOException {
        Image picture = Pictures.noise(37, 21);
        Image decoded = decoder.decode("a", write(Encoded.as(extension, picture)));
        assertThat(decoded.width()).isEqualTo(37);
        assertThat(decoded.height()).isEqualTo(21);
        assertThat(decoded.bgr()).isEqualTo(picture.bgr());
    }

    @Test
    void decodesJpegClosely() throws IOException {
        Image picture = Pictures.gradient(64, 48);
        Image decoded = decoder.decode("a", write(Encoded.as(".jpg", picture)));
        for (int i = 0; i < picture.bgr().length; i++) {
            assertThat(Math.abs((decoded.bgr()[i] & 0xff) - (picture.bgr()[i] & 0xff)))
                    .as("difference in levels at byte %d", i)
                    .isLessThanOrEqualTo(12);
        }
    }

    @Test
    void ignoresTheOrientation() throws IOException {
        byte[] jpeg = Encoded.as(".jpg", Pictures.gradient(64, 48));
        Image turned = decoder.decode("a", write(Encoded.withApp1(jpeg, Encoded.exifTurned())));
        assertThat(turned.width()).isEqualTo(64);
        assertThat(turned.bgr()).isEqualTo(decoder.decode("a", write(jpeg)).bgr());
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> decoder.decode("000012", files.getPath("/data/000012.jpg")))
                .withMessageContaining("000012 (/data/000012.jpg): there is no such file");
    }

    @Test
    void aFolderIsNoPicture() throws IOException {
        Path folder = Files.createDirectory(files.getPath("/000012.jpg"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> decoder.decode("000012", folder))
                .withMessageContaining("000012 (/000012.jpg): the file cannot be read");
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        refuses(new byte[0], "the file is empty");
    }

    @Test
    void otherContentIsNamed() throws IOException {
        refuses("<html>not found</html> and more".getBytes(StandardCharsets.US_ASCII), "no JPEG, PNG or BMP picture");
    }

    @ParameterizedTest
    @ValueSource(strings = {".jpg", ".png"})
    void aPictureThatIsCutOffIsNamed(String extension) throws IOException {
        byte[] encoded = Encoded.as(extension, Pictures.noise(64, 48));
        refuses(Arrays.copyOf(encoded, encoded.length / 2), "cut off or damaged: its end marker is not reached");
    }

    @Test
    void aThumbnailsEndMarkerIsNotThePictures() throws IOException {
        byte[] jpeg = Encoded.withApp1(
                Encoded.as(".jpg", Pictures.noise(64, 48)), Encoded.as(".jpg", Pictures.gradient(16, 8)));
        refuses(Arrays.copyOf(jpeg, jpeg.length - 200), "cut off or damaged: its end marker is not reached");
    }

    @Test
    void aBmpThatIsCutOffIsNamed() throws IOException {
        byte[] encoded = Encoded.as(".bmp", Pictures.noise(64, 48));
        refuses(Arrays.copyOf(encoded, encoded.length / 2), "damaged");
    }

    @Test
    void aPngWithDamagedContentIsNamed() throws IOException {
        byte[] encoded = Encoded.as(".png", Pictures.noise(8, 8));
        // The only IDAT chunk: its content starts at 41, and its checksum and the chunk IEND are the last 16 bytes.
        Arrays.fill(encoded, 41, encoded.length - 16, (byte) 0x5a);
        refuses(encoded, "damaged");
    }

    @Test
    void aHugePictureIsRefusedByItsHeader() throws IOException {
        byte[] png = Encoded.as(".png", Pictures.noise(4, 4));
        // 2^24 x 2^24 pixels: 844 TB when decoded.
        png[16] = 1;
        png[19] = 0;
        png[20] = 1;
        png[23] = 0;
        refuses(png, "16777216 x 16777216 pixels, more than 100000000");
    }

    @Test
    void theBoundsThemselvesAreAllowed() throws IOException {
        byte[] encoded = Encoded.as(".png", Pictures.noise(10, 10));
        Path file = write(encoded);
        assertThat(new ImageDecoder(encoded.length, 100).decode("a", file).width())
                .isEqualTo(10);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new ImageDecoder(encoded.length - 1, 100).decode("a", file))
                .withMessageContaining("the file has more than %d bytes".formatted(encoded.length - 1));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new ImageDecoder(encoded.length, 99).decode("a", file))
                .withMessageContaining("10 x 10 pixels, more than 99");
    }

    private void refuses(byte[] encoded, String problem) throws IOException {
        Path file = write(encoded);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> decoder.decode("000012", file))
                .withMessageContaining("000012 (" + file + ")")
                .withMessageContaining(problem);
    }

    private Path write(byte[] encoded) throws IOException {
        return Files.write(files.getPath("/picture"), encoded);
    }
}
