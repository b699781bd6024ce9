package io.ssdlab.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.coco.CocoCategory;
import io.ssdlab.coco.CocoDetections;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.coco.CocoImage;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Dataset;
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

class CocoWriterTest {

    private static final CocoGroundTruth TRUTH = new CocoGroundTruth(
            List.of(new CocoCategory(3, "car"), new CocoCategory(90, "toothbrush")),
            List.of(image("000012"), image("b"), image("12")));

    private static CocoImage image(String id) {
        return new CocoImage(id, id + ".jpg", 100, 100, List.of());
    }

    @Test
    void readsBackWhatADatasetWrote() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/data/truth.json");
            Dataset dataset = new Dataset(
                    List.of("cat", "dog"),
                    List.of(
                            new AnnotatedImage(
                                    "000012",
                                    disk.getPath("/images/000012.jpg"),
                                    40,
                                    30,
                                    List.of(
                                            new AnnotatedObject(new PixelBox(1, 2, 11, 22), 2, true, false),
                                            new AnnotatedObject(new PixelBox(0, 0, 40, 30), 1, false, true, 78.25))),
                            new AnnotatedImage("000013", disk.getPath("/images/000013.jpg"), 50, 60, List.of())),
                    List.of());
            CocoGroundTruth truth = CocoGroundTruth.of(dataset);
            new CocoWriter(truth).writeGroundTruth(file);

            CocoGroundTruth back = CocoGroundTruth.read(file);

            assertThat(back).isEqualTo(truth);
            assertThat(back.classes()).containsExactly("cat", "dog");
            assertThat(back.images().get(0).objects())
                    .isEqualTo(dataset.images().get(0).objects());
            assertThat(back.images().get(0).fileName()).isEqualTo("000012.jpg");
        }
    }

    @Test
    void writesWhatCocoToolsExpectOneRecordALine() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/truth.json");
            CocoGroundTruth truth = new CocoGroundTruth(
                    List.of(new CocoCategory(18, "dog")),
                    List.of(new CocoImage(
                            "7",
                            "7.jpg",
                            40,
                            30,
                            List.of(
                                    new AnnotatedObject(new PixelBox(1, 2, 11, 22), 1, false, false),
                                    new AnnotatedObject(new PixelBox(1, 2, 3, 4), 1, false, true)))));
            new CocoWriter(truth).writeGroundTruth(file);
            assertThat(Files.readString(file)).isEqualTo("""
                {"images":[{"id":7,"file_name":"7.jpg","width":40,"height":30}],\
                "categories":[{"id":18,"name":"dog"}],\
                "annotations":[{"id":1,"image_id":7,"category_id":18,"bbox":[1.0,2.0,10.0,20.0],"area":200.0,"iscrowd":0,"difficult":0},
                {"id":2,"image_id":7,"category_id":18,"bbox":[1.0,2.0,2.0,2.0],"area":4.0,"iscrowd":1,"difficult":0}]}
                """);
        }
    }

    @Property(tries = 100, seed = "1")
    void readsBackWhatItWrote(@ForAll long seed, @ForAll @IntRange(max = 50) int count) throws IOException {
        Random random = new Random(seed);
        Map<String, List<Detection>> byImage = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            double x = random.nextGaussian() * 1000;
            double y = random.nextGaussian() * 1000;
            PixelBox box = PixelBox.ofSize(x, y, random.nextDouble() * 500, random.nextDouble());
            byImage.computeIfAbsent(TRUTH.images().get(random.nextInt(3)).id(), id -> new ArrayList<>())
                    .add(new Detection(1 + random.nextInt(2), random.nextDouble(), box));
        }
        CocoDetections detections = new CocoDetections(byImage);
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/detections.json");
            new CocoWriter(TRUTH).writeDetections(file, detections);
            CocoDetections back = CocoDetections.read(file, TRUTH);
            for (CocoImage image : TRUTH.images()) {
                assertThat(back.of(image.id())).isEqualTo(detections.of(image.id()));
            }
        }
    }

    @Test
    void writesCategoryIdsAndUnroundedNumbersOneRecordALine() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/detections.json");
            PixelBox box = new PixelBox(0.125, 0.001953125, 1.125, 10.001953125);
            Map<String, List<Detection>> byImage =
                    Map.of("b", List.of(new Detection(2, 0.1, box), new Detection(1, 1, box)));
            new CocoWriter(TRUTH).writeDetections(file, new CocoDetections(byImage));
            assertThat(Files.readString(file)).isEqualTo("""
                    [{"image_id":"b","category_id":90,"bbox":[0.125,0.001953125,1.0,10.0],"score":0.1},
                    {"image_id":"b","category_id":3,"bbox":[0.125,0.001953125,1.0,10.0],"score":1.0}]
                    """);
        }
    }

    @Test
    void refusesToWriteWhatIsNotInTheSplitOrNotFinite() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/detections.json");
            PixelBox box = new PixelBox(0, 0, 1, 1);
            PixelBox endless = new PixelBox(0, 0, Double.POSITIVE_INFINITY, 1);
            refuses(file, "c", new Detection(1, 0.5, box), "image c");
            refuses(file, "b", new Detection(3, 0.5, box), "label 3, expected 1 to 2");
            refuses(file, "b", new Detection(1, Double.NaN, box), "score of NaN");
            refuses(file, "b", new Detection(1, 0.5, endless), "not finite");
            try (Stream<Path> left = Files.list(disk.getPath("/"))) {
                assertThat(left).allMatch(Files::isDirectory);
            }
        }
    }

    private static void refuses(Path file, String image, Detection detection, String message) {
        CocoDetections detections = new CocoDetections(Map.of(image, List.of(detection)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CocoWriter(TRUTH).writeDetections(file, detections))
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
            List<Detection> many = Collections.nCopies(1000, new Detection(1, 0.5, box));
            StorageException thrown = catchThrowableOfType(
                    StorageException.class,
                    () -> new CocoWriter(TRUTH).writeDetections(file, new CocoDetections(Map.of("b", many))));
            assertThat(thrown).hasMessageContaining("/run/detections.json").hasMessageContaining("free some space");
            try (Stream<Path> left = Files.list(file.getParent())) {
                assertThat(left).isEmpty();
            }
        }
    }
}
