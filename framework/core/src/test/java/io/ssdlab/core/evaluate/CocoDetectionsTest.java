package io.ssdlab.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.evaluation.Detection;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CocoDetectionsTest {

    private static final CocoGroundTruth TRUTH = new CocoGroundTruth(
            List.of(new CocoCategory(3, "car"), new CocoCategory(90, "toothbrush")),
            List.of(image("000012"), image("b"), image("12")));

    private static CocoImage image(String id) {
        return new CocoImage(id, id + ".jpg", 100, 100, List.of());
    }

    @Property(tries = 100, seed = "1")
    void readsBackWhatItWrote(@ForAll long seed, @ForAll @IntRange(max = 50) int count) throws IOException {
        Random random = new Random(seed);
        Map<String, List<Detection>> byImage = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            double x = random.nextGaussian() * 1000;
            double y = random.nextGaussian() * 1000;
            PixelBox box = new PixelBox(x, y, x + random.nextDouble() * 500, y + random.nextDouble());
            byImage.computeIfAbsent(TRUTH.images().get(random.nextInt(3)).id(), id -> new ArrayList<>())
                    .add(new Detection(1 + random.nextInt(2), random.nextFloat(), box));
        }
        CocoDetections detections = new CocoDetections(byImage);
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/detections.json");
            detections.write(file, TRUTH);
            CocoDetections back = CocoDetections.read(file, TRUTH);
            for (CocoImage image : TRUTH.images()) {
                assertSame(back.of(image.id()), detections.of(image.id()));
            }
            // What was read once is stable from then on.
            back.write(file, TRUTH);
            assertSame(CocoDetections.read(file, TRUTH).of("b"), back.of("b"));
        }
    }

    private static void assertSame(List<Detection> actual, List<Detection> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i).label()).isEqualTo(expected.get(i).label());
            assertThat(actual.get(i).score()).isEqualTo(expected.get(i).score());
            assertThat(actual.get(i).box().xMin())
                    .isEqualTo(expected.get(i).box().xMin());
            assertThat(actual.get(i).box().yMin())
                    .isEqualTo(expected.get(i).box().yMin());
            assertThat(actual.get(i).box().xMax())
                    .isCloseTo(expected.get(i).box().xMax(), within(1e-9));
            assertThat(actual.get(i).box().yMax())
                    .isCloseTo(expected.get(i).box().yMax(), within(1e-9));
        }
    }

    @Test
    void writesCategoryIdsAndUnroundedNumbersOneRecordALine() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/detections.json");
            PixelBox box = new PixelBox(0.125, 0.001953125, 1.125, 10.001953125);
            new CocoDetections(Map.of("b", List.of(new Detection(2, 0.1f, box), new Detection(1, 1, box))))
                    .write(file, TRUTH);
            assertThat(Files.readString(file)).isEqualTo("""
                    [{"image_id":"b","category_id":90,"bbox":[0.125,0.001953125,1.0,10.0],"score":0.1},
                    {"image_id":"b","category_id":3,"bbox":[0.125,0.001953125,1.0,10.0],"score":1.0}]
                    """);
        }
    }

    @Test
    void namesEveryProblemWithItsPlace() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/detections.json");
            Files.writeString(file, """
                    [{"image_id": "b", "category_id": 3, "bbox": [1, 2, 3, 4], "score": 0.5},
                     {"image_id": 13, "category_id": 3, "bbox": [1, 2, 3, 4], "score": 0.5},
                     {"image_id": 12, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 0.5},
                     {"image_id": "b", "category_id": 3, "bbox": [1, 2, 3, 4], "score": 1e300},
                     {"image_id": "b", "category_id": 3, "bbox": [1, 2, 3, 4], "score": "high"},
                     {"image_id": "b", "category_id": 3, "bbox": [1, 2, 3, Infinity], "score": 0.5},
                     {"image_id": "b", "category_id": 3.5, "bbox": {}, "score": 0.5},
                     7]
                    """);
            List<Problem> problems = catchThrowableOfType(
                            InvalidInputException.class, () -> CocoDetections.read(file, TRUTH))
                    .problems();
            assertThat(problems)
                    .extracting(problem -> problem.where() + " " + problem.what())
                    .containsExactly(
                            "/detections.json:2:2 unknown image 13",
                            "/detections.json:3:2 unknown category 1",
                            "/detections.json:4:69 score is 1e300",
                            "/detections.json:5:69 score is high",
                            "/detections.json:6:56 a number of bbox is Infinity",
                            "/detections.json:7:35 category_id is 3.5",
                            "/detections.json:7:48 bbox is no list",
                            "/detections.json:8:2 the detection is no object");
            assertThat(problems.get(0).remedy()).contains("000012");
            assertThat(problems.get(1).remedy()).contains("[3, 90]");
        }
    }

    @Test
    void refusesToWriteWhatIsNotInTheSplitOrNotFinite() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/detections.json");
            PixelBox box = new PixelBox(0, 0, 1, 1);
            PixelBox endless = new PixelBox(0, 0, Double.POSITIVE_INFINITY, 1);
            refuses(file, "c", new Detection(1, 0.5f, box), "image c");
            refuses(file, "b", new Detection(3, 0.5f, box), "label 3, expected 1 to 2");
            refuses(file, "b", new Detection(1, Float.NaN, box), "score of NaN");
            refuses(file, "b", new Detection(1, 0.5f, endless), "not finite");
            try (Stream<Path> left = Files.list(disk.getPath("/"))) {
                assertThat(left).allMatch(Files::isDirectory);
            }
        }
    }

    private static void refuses(Path file, String image, Detection detection, String message) {
        CocoDetections detections = new CocoDetections(Map.of(image, List.of(detection)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detections.write(file, TRUTH))
                .withMessageContaining(message);
    }

    @Test
    void leavesNothingBehindOnAFullDisk() throws IOException {
        Configuration tiny = Configuration.unix().toBuilder()
                .setBlockSize(512)
                .setMaxSize(8192)
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(tiny)) {
            Path file = disk.getPath("/run/detections.json");
            PixelBox box = new PixelBox(0, 0, 1, 1);
            List<Detection> many = Collections.nCopies(1000, new Detection(1, 0.5f, box));
            StorageException thrown = catchThrowableOfType(
                    StorageException.class, () -> new CocoDetections(Map.of("b", many)).write(file, TRUTH));
            assertThat(thrown).hasMessageContaining("/run/detections.json").hasMessageContaining("free some space");
            try (Stream<Path> left = Files.list(file.getParent())) {
                assertThat(left).isEmpty();
            }
        }
    }
}
