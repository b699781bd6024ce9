package io.ssdlab.core.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.coco.CocoDetections;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.core.data.image.ImageDecoder;
import io.ssdlab.core.data.image.MotionJpegReader;
import io.ssdlab.core.media.Frame;
import io.ssdlab.core.media.MediaFile;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.evaluation.Detection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionFolderTest {

    private static final List<String> CLASSES = List.of("cat");
    private static final List<Detection> FOUND = List.of(new Detection(1, 0.75f, new PixelBox(1, 2, 9, 8)));

    @TempDir
    private Path root;

    @Test
    void writesPicturesOfOneNameSideBySideAndFilesThatReadBack() throws IOException {
        MediaFile one = picture("a/cat.jpg");
        MediaFile two = picture("b/cat.jpg");
        try (DetectionFolder folder = folder(EnumSet.allOf(OutputFormat.class), one, two)) {
            assertThat(folder.add(frame(one), FOUND)).contains(out("cat.png"));
            assertThat(folder.add(frame(two), List.of())).contains(out("cat-2.png"));
            folder.finish();
        }

        assertThat(new ImageDecoder().decode("cat", out("cat.png")).width()).isEqualTo(320);
        CocoGroundTruth context = CocoGroundTruth.read(out("images.json"));
        assertThat(context.classes()).containsExactly("cat");
        assertThat(context.imageIds()).containsExactly("a/cat.jpg", "b/cat.jpg");
        CocoDetections detections = CocoDetections.read(out("detections.json"), context);
        assertThat(detections.of("a/cat.jpg")).isEqualTo(FOUND);
        assertThat(detections.of("b/cat.jpg")).isEmpty();
        assertThat(out("detections.csv"))
                .hasContent(DetectionCsv.HEADER + "\na/cat.jpg,cat,0.75000,1.00,2.00,9.00,8.00,\n");
    }

    @Test
    void neverWritesOverAnInput() throws IOException {
        MediaFile input = picture("out/cat.png");
        try (DetectionFolder folder = folder(EnumSet.of(OutputFormat.PNG), input)) {
            assertThat(folder.add(frame(input), FOUND)).contains(out("cat-2.png"));
            folder.finish();
        }

        assertThat(out("cat.png")).doesNotExist();
    }

    @Test
    void drawsAClipAsAClipThatPlaysAsFast() throws IOException {
        MediaFile.Clip clip = new MediaFile.Clip("clip.avi", root.resolve("clip.avi"), 30);
        MediaFile after = picture("after.jpg");
        try (DetectionFolder folder = folder(EnumSet.allOf(OutputFormat.class), clip, after)) {
            for (int number = 0; number < 9; number += 3) {
                assertThat(folder.add(frame(clip, number), FOUND)).contains(out("clip.avi"));
            }
            folder.add(frame(after), List.of());
            assertThat(out("clip.avi")).exists();
            folder.finish();
        }

        try (MotionJpegReader drawn = MotionJpegReader.open(out("clip.avi"))) {
            int frames = 0;
            while (drawn.advance()) {
                frames++;
            }
            assertThat(frames).isEqualTo(3);
            assertThat(drawn.framesPerSecond()).isEqualTo(10);
            assertThat(drawn.width()).isEqualTo(320);
        }
        assertThat(Files.readAllLines(out("detections.csv")))
                .hasSize(4)
                .last()
                .asString()
                .endsWith(",6");
        assertThat(CocoGroundTruth.read(out("images.json")).imageIds())
                .containsExactly("clip.avi#00000", "clip.avi#00003", "clip.avi#00006", "after.jpg");
    }

    @Test
    void drawsTheFramesOfAClipWhereNoClipIsWanted() throws IOException {
        MediaFile.Clip clip = new MediaFile.Clip("clip.avi", root.resolve("clip.avi"), 30);
        try (DetectionFolder folder = folder(EnumSet.of(OutputFormat.PNG), clip)) {
            assertThat(folder.add(frame(clip, 0), FOUND)).contains(out("clip"));
            folder.add(frame(clip, 12), FOUND);
            folder.finish();
        }

        assertThat(files()).containsExactly(Path.of("clip/00000.png"), Path.of("clip/00012.png"));
    }

    @Test
    void aClipThatGrowsTooLongGoesOnInAnotherFile() throws IOException {
        MediaFile.Clip clip = new MediaFile.Clip("clip.avi", root.resolve("clip.avi"), 30);
        OutputNames names = new OutputNames(root.resolve("out"), Set.of());
        try (DrawnFrames drawn =
                new DrawnFrames(Set.of(OutputFormat.AVI), new DetectionPainter(CLASSES, 0.5f), names, 1, 1000)) {
            for (int number = 0; number < 3; number++) {
                drawn.draw(frame(clip, number), FOUND);
            }
            drawn.finish();
        }

        assertThat(files()).containsExactly(Path.of("clip-2.avi"), Path.of("clip-3.avi"), Path.of("clip.avi"));
    }

    @Test
    void writesNoMoreThanItIsAskedFor() throws IOException {
        MediaFile input = picture("cat.jpg");
        try (DetectionFolder folder = folder(EnumSet.of(OutputFormat.CSV), input)) {
            assertThat(folder.add(frame(input), FOUND)).isEmpty();
            folder.finish();
        }

        assertThat(files()).containsExactly(Path.of("detections.csv"));
    }

    @Test
    void listsThatAreNotFinishedAreGoneAndPicturesStay() throws IOException {
        MediaFile input = picture("cat.jpg");
        MediaFile.Clip clip = new MediaFile.Clip("clip.avi", root.resolve("clip.avi"), 30);
        try (DetectionFolder folder = folder(EnumSet.allOf(OutputFormat.class), input, clip)) {
            folder.add(frame(input), FOUND);
            folder.add(frame(clip, 0), FOUND);
        }

        assertThat(files()).containsExactly(Path.of("cat.png"));
    }

    private DetectionFolder folder(Set<OutputFormat> formats, MediaFile... media) {
        return new DetectionFolder(
                root.resolve("out"), formats, CLASSES, List.of(media), new DetectionPainter(CLASSES, 0.5f), 3);
    }

    private MediaFile picture(String id) {
        return new MediaFile.Picture(id, root.resolve(id));
    }

    private static Frame frame(MediaFile source) {
        return new Frame(source, OptionalInt.empty(), new Image(20, 10, new byte[600]));
    }

    private static Frame frame(MediaFile source, int number) {
        return new Frame(source, OptionalInt.of(number), new Image(20, 10, new byte[600]));
    }

    private Path out(String name) {
        return root.resolve("out").resolve(name);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("out"))) {
            return files.filter(Files::isRegularFile)
                    .map(root.resolve("out")::relativize)
                    .sorted()
                    .toList();
        }
    }
}
