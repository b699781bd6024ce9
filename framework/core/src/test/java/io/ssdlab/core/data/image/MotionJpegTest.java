package io.ssdlab.core.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.Image;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Mat;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.VideoWriter;
import org.opencv.videoio.Videoio;

/** {@link MotionJpegWriter} and {@link MotionJpegReader}. */
class MotionJpegTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"64, 48", "67, 45", "8, 8", "1, 3"})
    void readsBackWhatItWrote(int width, int height) throws IOException {
        Path file = folder.resolve("new/clip.avi");
        try (MotionJpegWriter writer = MotionJpegWriter.open(file, 12.4, width, height)) {
            for (int i = 0; i < 5; i++) {
                writer.write(grey(width, height, 40 * i));
            }
            assertThat(file).doesNotExist();
            writer.commit();
        }

        try (MotionJpegReader reader = MotionJpegReader.open(file)) {
            assertThat(reader.width()).isEqualTo(width);
            assertThat(reader.height()).isEqualTo(height);
            assertThat(reader.framesPerSecond()).isEqualTo(12.4);
            for (int i = 0; i < 5; i++) {
                assertThat(reader.advance()).isTrue();
                if (i != 2) {
                    Image frame = reader.frame().orElseThrow();
                    assertThat(frame.width()).isEqualTo(width);
                    assertThat(frame.height()).isEqualTo(height);
                    assertThat(frame.value(width / 2, height / 2, 1)).isCloseTo(40 * i, within(4));
                }
            }
            assertThat(reader.advance()).isFalse();
            assertThat(reader.isCutOff()).isFalse();
        }
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void openCvReadsWhatItWrote() {
        Path file = folder.resolve("clip.avi");
        write(file, 7, 50, 34);

        VideoCapture capture = new VideoCapture(file.toString(), Videoio.CAP_OPENCV_MJPEG);
        try (MatScope scope = new MatScope()) {
            assertThat(capture.isOpened()).isTrue();
            assertThat(capture.get(Videoio.CAP_PROP_FRAME_COUNT)).isEqualTo(7);
            assertThat(capture.get(Videoio.CAP_PROP_FPS)).isEqualTo(25);
            Mat frame = scope.empty();
            for (int i = 0; i < 7; i++) {
                assertThat(capture.read(frame)).isTrue();
                Image image = scope.toImage(frame);
                assertThat(image.width()).isEqualTo(50);
                assertThat(image.value(20, 20, 2)).isCloseTo(30 * i, within(4));
            }
            assertThat(capture.grab()).isFalse();
        } finally {
            capture.release();
        }
    }

    @Test
    void readsWhatOpenCvWrote() {
        Path file = folder.resolve("clip.avi");
        try (MatScope scope = new MatScope()) {
            VideoWriter writer = new VideoWriter(
                    file.toString(),
                    Videoio.CAP_OPENCV_MJPEG,
                    VideoWriter.fourcc('M', 'J', 'P', 'G'),
                    10,
                    new org.opencv.core.Size(64, 48),
                    true);
            for (int i = 0; i < 4; i++) {
                writer.write(scope.copyOf(grey(64, 48, 60 * i)));
            }
            writer.release();
        }

        try (MotionJpegReader reader = MotionJpegReader.open(file)) {
            assertThat(reader.framesPerSecond()).isEqualTo(10);
            for (int i = 0; i < 4; i++) {
                assertThat(reader.advance()).isTrue();
                assertThat(reader.frame().orElseThrow().value(9, 9, 0)).isCloseTo(60 * i, within(4));
            }
            assertThat(reader.advance()).isFalse();
        }
    }

    @Test
    void aFrameThatIsDamagedIsTheOnlyOneLost() throws IOException {
        Path file = folder.resolve("clip.avi");
        write(file, 3, 16, 16);
        byte[] bytes = Files.readAllBytes(file);
        int first = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("00dc");
        bytes[first + 8] = 0;
        Files.write(file, bytes);

        try (MotionJpegReader reader = MotionJpegReader.open(file)) {
            assertThat(reader.advance()).isTrue();
            assertThat(reader.frame()).isEmpty();
            assertThat(reader.advance()).isTrue();
            assertThat(reader.frame()).isPresent();
        }
    }

    @Test
    void aClipThatIsCutOffHasTheFramesBefore() throws IOException {
        Path file = folder.resolve("clip.avi");
        write(file, 9, 64, 64);
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int third = text.indexOf("00dc", text.indexOf("00dc", text.indexOf("00dc") + 4) + 4);
        Files.write(file, Arrays.copyOf(bytes, third + 30));

        try (MotionJpegReader reader = MotionJpegReader.open(file)) {
            int frames = 0;
            while (reader.advance()) {
                assertThat(reader.frame()).isPresent();
                frames++;
            }
            assertThat(frames).isEqualTo(2);
            assertThat(reader.isCutOff()).isTrue();
        }
    }

    @Property(tries = 300, seed = "1")
    void damageOfAnyKindIsSurvived(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 2000) Integer> places, @ForAll byte value)
            throws IOException {
        Path disk = Jimfs.newFileSystem(Configuration.unix().toBuilder()
                        .setWorkingDirectory("/lab")
                        .build())
                .getPath("/lab/clip.avi");
        write(disk, 3, 8, 8);
        byte[] bytes = Files.readAllBytes(disk);
        places.forEach(place -> bytes[place % bytes.length] = value);
        Files.write(disk, bytes);

        int frames = 0;
        try (MotionJpegReader reader = MotionJpegReader.open(disk)) {
            while (reader.advance()) {
                reader.frame();
                frames++;
            }
        } catch (InvalidInputException damaged) {
            assertThat(damaged).hasMessageContaining("/lab/clip.avi");
        }
        assertThat(frames).isLessThanOrEqualTo(3);
    }

    @Test
    void whatIsNotCommittedIsGone() {
        try (MotionJpegWriter writer = MotionJpegWriter.open(folder.resolve("clip.avi"), 25, 8, 8)) {
            writer.write(grey(8, 8, 0));
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesWhatIsNoClip() throws IOException {
        Path text = Files.writeString(folder.resolve("text.avi"), "no clip");
        Path clip = folder.resolve("clip.avi");
        write(clip, 1, 8, 8);
        byte[] bytes = Files.readAllBytes(clip);
        Path cut = Files.write(folder.resolve("cut.avi"), Arrays.copyOf(bytes, 100));
        String other = new String(bytes, StandardCharsets.ISO_8859_1).replace("MJPG", "H264");
        Path h264 = Files.write(folder.resolve("h264.avi"), other.getBytes(StandardCharsets.ISO_8859_1));

        for (Path file : new Path[] {text, cut, h264}) {
            assertThatThrownBy(() -> MotionJpegReader.open(file))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("ffmpeg");
        }
        assertThatThrownBy(() -> MotionJpegReader.open(folder.resolve("none.avi")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none.avi");
    }

    @Test
    void tellsWhyItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> MotionJpegWriter.open(file.resolve("clip.avi"), 25, 8, 8))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("clip.avi");
    }

    private static void write(Path file, int frames, int width, int height) {
        try (MotionJpegWriter writer = MotionJpegWriter.open(file, 25, width, height)) {
            for (int i = 0; i < frames; i++) {
                writer.write(grey(width, height, 30 * i));
            }
            writer.commit();
        }
    }

    private static Image grey(int width, int height, int level) {
        byte[] bgr = new byte[3 * width * height];
        Arrays.fill(bgr, (byte) level);
        return new Image(width, height, bgr);
    }
}
