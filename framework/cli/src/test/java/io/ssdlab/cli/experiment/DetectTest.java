package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.cli.CliRun;
import io.ssdlab.core.data.image.ImageDecoder;
import io.ssdlab.core.data.image.MotionJpegReader;
import io.ssdlab.core.data.image.MotionJpegWriter;
import io.ssdlab.spi.data.Image;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code ssdlab detect} with the detector of one run of two steps. */
@Tag("engine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DetectTest {

    /** A detector that has learnt next to nothing is sure of nothing. */
    private static final String LOW = "0.02";

    private TinyExperiment tiny;
    private String run;
    private Path photos;

    @BeforeAll
    void run(@TempDir Path folder) throws IOException {
        tiny = TinyExperiment.in(folder, TinyExperiment.SHAPES);
        CliRun trained = tiny.ssdlab("run", "--set", "training.iterations=2");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        run = tiny.run("results", TinyExperiment.RUN).getFileName().toString();
        photos = Files.createDirectories(folder.resolve("photos"));
        for (int i = 1; i <= 4; i++) {
            Files.copy(picture(i), photos.resolve("p%d.jpg".formatted(i)));
        }
        Files.createDirectories(folder.resolve("more"));
        Files.copy(picture(5), folder.resolve("more/p1.jpg"));
    }

    @Test
    void findsDrawsAndListsAllOfAFolderAndAPattern() throws IOException {
        CliRun detect = detect("found", "photos", "more/*.jpg", "photos/p2.jpg");

        assertThat(detect.exitCode()).as(detect.err()).isZero();
        assertThat(names("found"))
                .containsExactly(
                        "detections.csv",
                        "detections.json",
                        "images.json",
                        "p1-2.png",
                        "p1.png",
                        "p2.png",
                        "p3.png",
                        "p4.png");
        assertThat(detect.out())
                .containsPattern("found/p1.png: \\d+ objects?\n")
                .contains("found/p1-2.png: ");
        List<JsonNode> json = json("found");
        List<String[]> csv = csv("found");
        assertThat(csv).hasSameSizeAs(json).hasSizeGreaterThan(5);
        for (int i = 0; i < csv.size(); i++) {
            JsonNode box = json.get(i).path("bbox");
            String[] row = csv.get(i);
            assertThat(row[0]).isEqualTo(json.get(i).path("image_id").asText());
            assertThat(Double.parseDouble(row[2]))
                    .isEqualTo(json.get(i).path("score").asDouble(), within(1e-5));
            assertThat(Double.parseDouble(row[3])).isEqualTo(box.path(0).asDouble(), within(0.006));
            assertThat(Double.parseDouble(row[5]))
                    .isEqualTo(box.path(0).asDouble() + box.path(2).asDouble(), within(0.006));
            assertThat(row[7]).isEmpty();
        }
        assertThat(csv.stream().map(row -> row[0]).distinct())
                .containsExactly("photos/p1.jpg", "photos/p2.jpg", "photos/p3.jpg", "photos/p4.jpg", "more/p1.jpg");
    }

    @Test
    void tellsHowFastAndOfWhat() {
        CliRun alone = detect("speed", "photos", "--format", "csv");
        assertThat(alone.out())
                .containsPattern(
                        "\nspeed: 4 images, [0-9.]+ images/s, too few timed for percentiles \\(batch 1; decoding,"
                                + " resizing, network, boxes and NMS, not drawing; without the first 2 batches\\)\n$");

        CliRun one = detect("speed", "photos/p1.jpg", "--batch", "8", "--format", "csv");
        assertThat(one.out())
                .contains("speed: 1 image, too few to time (batch 8;")
                .contains("and any that is not full)");

        clip("long.avi", 9);
        assertThat(detect("speed", "long.avi", "--format", "csv").out())
                .containsPattern(
                        "speed: 9 images, [0-9.]+ images/s, p50 [0-9.]+ ms, p95 [0-9.]+ ms an image \\(batch 1;");
    }

    @Test
    void whatIsDamagedIsLeftOutAndTold() throws IOException {
        Path folder = Files.createDirectories(tiny.folder().resolve("some"));
        Files.copy(photos.resolve("p1.jpg"), folder.resolve("a.jpg"));
        Files.copy(photos.resolve("p3.jpg"), folder.resolve("c.jpg"));
        byte[] whole = Files.readAllBytes(photos.resolve("p2.jpg"));
        Files.write(folder.resolve("b.jpg"), Arrays.copyOf(whole, whole.length / 2));

        CliRun detect = detect("rest", "some", "--batch", "2");

        assertThat(detect.exitCode()).isEqualTo(2);
        assertThat(detect.err())
                .contains("left out what is damaged (1); what was found on the others is in rest")
                .contains("b.jpg")
                .contains("cut off");
        assertThat(names("rest")).containsExactly("a.png", "c.png", "detections.csv", "detections.json", "images.json");
        assertThat(csv("rest").stream().map(row -> row[0]).distinct()).containsExactly("some/a.jpg", "some/c.jpg");
        assertThat(detect.out()).contains("speed: 2 images");
    }

    @Test
    void aClipIsDetectedOnFrameByFrame() throws IOException {
        clip("clip.avi", 5);

        CliRun detect = detect("watched", "clip.avi", "--every", "2", "--batch", "2");

        assertThat(detect.exitCode()).as(detect.err()).isZero();
        assertThat(detect.out()).containsPattern("watched/clip.avi: \\d+ objects? in 3 frames\n");
        assertThat(names("watched")).containsExactly("clip.avi", "detections.csv", "detections.json", "images.json");
        try (MotionJpegReader drawn = MotionJpegReader.open(tiny.folder().resolve("watched/clip.avi"))) {
            int frames = 0;
            while (drawn.advance()) {
                frames++;
            }
            assertThat(frames).isEqualTo(3);
            assertThat(drawn.framesPerSecond()).isEqualTo(5);
        }
        assertThat(csv("watched").stream().map(row -> row[0] + " " + row[7]).distinct())
                .containsExactly("clip.avi 0", "clip.avi 2", "clip.avi 4");
        assertThat(json("watched").stream()
                        .map(row -> row.path("image_id").asText())
                        .distinct())
                .containsExactly("clip.avi#00000", "clip.avi#00002", "clip.avi#00004");
    }

    @Test
    void writesTheFormatsThatAreAskedFor() throws IOException {
        assertThat(detect("few", "photos/p1.jpg", "--format", "jpg,json").exitCode())
                .isZero();

        assertThat(names("few")).containsExactly("detections.json", "images.json", "p1.jpg");
    }

    @Test
    void whatIsDrawnIsNotDetectedOnAgain() throws IOException {
        Path folder = Files.createDirectories(tiny.folder().resolve("again"));
        Files.copy(photos.resolve("p1.jpg"), folder.resolve("a.jpg"));

        assertThat(detect("again/drawn", "again", "--recursive").exitCode()).isZero();
        assertThat(detect("again/drawn", "again", "--recursive").exitCode()).isZero();

        assertThat(names("again/drawn"))
                .filteredOn(name -> name.endsWith(".png"))
                .containsExactly("a.png");
    }

    private CliRun detect(String out, String... more) {
        return CliRun.in(
                tiny.folder(),
                Stream.of(Stream.of("detect", "--run", run, "--threshold", LOW, "--out", out), Stream.of(more))
                        .flatMap(words -> words)
                        .toArray(String[]::new));
    }

    private void clip(String name, int frames) {
        Image image = new ImageDecoder().decode("p1", photos.resolve("p1.jpg"));
        try (MotionJpegWriter writer =
                MotionJpegWriter.open(tiny.folder().resolve(name), 10, image.width(), image.height())) {
            for (int i = 0; i < frames; i++) {
                writer.write(image);
            }
            writer.commit();
        }
    }

    private Path picture(int number) throws IOException {
        try (Stream<Path> files = Files.walk(tiny.folder().resolve("results/data"))) {
            return files.filter(file -> file.endsWith("test%06d.jpg".formatted(number)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<String> names(String folder) {
        try (Stream<Path> files = Files.list(tiny.folder().resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JsonNode> json(String folder) throws IOException {
        return StreamSupport.stream(
                        new ObjectMapper()
                                .readTree(tiny.folder()
                                        .resolve(folder)
                                        .resolve("detections.json")
                                        .toFile())
                                .spliterator(),
                        false)
                .toList();
    }

    /** The rows below the header; no name here needs a quote. */
    private List<String[]> csv(String folder) throws IOException {
        return Files.readAllLines(tiny.folder().resolve(folder).resolve("detections.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
