package io.ssdlab.core.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.core.data.image.ImageEncoder;
import io.ssdlab.core.data.image.MotionJpegWriter;
import io.ssdlab.core.detect.LoadedDetector;
import io.ssdlab.core.detect.StageListener;
import io.ssdlab.core.speed.InferenceLatency;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.evaluation.Detection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link FrameReader} and {@link MediaDetection} at work, with a detector that measures instead of looking. */
class MediaDetectionTest {

    @TempDir
    private Path folder;

    private final List<String> log = new ArrayList<>();

    @Test
    void goesBatchByBatchAndHandsOnBeforeItReadsOn() throws IOException {
        List<MediaFile> media = List.of(picture("a", 3), picture("b", 4), picture("c", 5));

        assertThat(detect(media, 2, 1)).isEmpty();

        assertThat(log).containsExactly("batch 3 4", "a 3", "b 4", "batch 5", "c 5");
    }

    @Test
    void leavesOutWhatIsDamagedAndFillsTheBatchWithTheNext() throws IOException {
        MediaFile.Picture cut = picture("cut", 9);
        Files.write(cut.file(), Arrays.copyOf(Files.readAllBytes(cut.file()), 40));

        List<Problem> problems = detect(List.of(picture("a", 3), cut, picture("b", 4), picture("c", 5)), 2, 1);

        assertThat(log).containsExactly("batch 3 4", "a 3", "b 4", "batch 5", "c 5");
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.where()).contains("cut.png"));
    }

    @Test
    void takesEachNthFrameOfAClip() throws IOException {
        List<MediaFile> media = List.of(picture("a", 3), clip("clip.avi", 8), picture("b", 4));

        assertThat(detect(media, 3, 3)).isEmpty();

        assertThat(log)
                .containsExactly(
                        "batch 3 16 16",
                        "a 3",
                        "clip.avi#00000 16",
                        "clip.avi#00003 16",
                        "batch 16 4",
                        "clip.avi#00006 16",
                        "b 4");
    }

    @Test
    void aClipThatIsGoneIsToldAndTheRestDone() throws IOException {
        MediaFile clip = clip("clip.avi", 2);
        Files.delete(clip.file());

        assertThat(detect(List.of(clip, picture("b", 4)), 1, 1)).hasSize(1);

        assertThat(log).containsExactly("batch 4", "b 4");
    }

    private List<Problem> detect(List<MediaFile> media, int batch, int every) {
        try (FrameReader frames = new FrameReader(media, batch, every);
                LoadedDetector detector = new Measuring()) {
            new MediaDetection(detector, new InferenceLatency(batch, () -> 0))
                    .run(
                            frames,
                            (frame, detections) -> log.add(frame.id() + " "
                                    + (int) detections.get(0).box().xMax()));
            return frames.problems();
        }
    }

    private MediaFile.Picture picture(String name, int width) throws IOException {
        Path file = folder.resolve(name + ".png");
        Files.write(file, new ImageEncoder().png(new Image(width, 2, new byte[6 * width])));
        return new MediaFile.Picture(name, file);
    }

    private MediaFile clip(String name, int frames) {
        Path file = folder.resolve(name);
        try (MotionJpegWriter writer = MotionJpegWriter.open(file, 25, 16, 16)) {
            for (int i = 0; i < frames; i++) {
                writer.write(new Image(16, 16, new byte[3 * 16 * 16]));
            }
            writer.commit();
        }
        return new MediaFile.Clip(name, file, 25);
    }

    /** Finds one object in each picture, as wide as it is. */
    private final class Measuring implements LoadedDetector {

        @Override
        public List<String> classes() {
            return List.of("picture");
        }

        @Override
        public List<List<Detection>> detect(List<Image> images, StageListener stages) {
            StringBuilder widths = new StringBuilder("batch");
            images.forEach(image -> widths.append(' ').append(image.width()));
            log.add(widths.toString());
            return images.stream()
                    .map(image -> List.of(new Detection(1, 1, new PixelBox(0, 0, image.width(), image.height()))))
                    .toList();
        }

        @Override
        public void close() {
            // Nothing to free.
        }
    }
}
