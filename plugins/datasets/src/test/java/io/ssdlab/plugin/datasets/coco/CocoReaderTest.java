package io.ssdlab.plugin.datasets.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.plugin.datasets.reading.EmptyBoxes;
import io.ssdlab.plugin.datasets.voc.VocFolderOnDisk;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.data.DatasetReader;
import io.ssdlab.testkit.DatasetReaderContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CocoReaderTest extends DatasetReaderContract {

    private static final String CATEGORIES = """
            "categories": [{"id": 90, "name": "toothbrush"}, {"id": 3, "name": "car"}, {"id": 7, "name": "train"}]
            """;

    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
    private final Path annotations = files.getPath("/data/annotations/instances.json");
    private final Path images = files.getPath("/data/train");

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    @Override
    protected DatasetReader reader() {
        picture("a.jpg", "jpeg");
        picture("part/b.png", "png");
        picture("c.jpg", "jpeg");
        json("""
                {"images": [{"id": 139, "file_name": "a.jpg", "width": 64, "height": 48},
                   {"id": 9, "file_name": "part/b.png", "width": 64, "height": 48},
                   {"id": 25, "file_name": "c.jpg", "width": 64, "height": 48}],
                 "annotations": [
                   {"id": 1, "image_id": 9, "category_id": 3, "bbox": [1.1, 2, 30.2, 40], "area": 700.5, "iscrowd": 0},
                   {"id": 2, "image_id": 139, "category_id": 90, "bbox": [5, 5, 20, 20], "area": 300, "iscrowd": 1},
                   {"id": 3, "image_id": 9, "category_id": 7, "bbox": [0, 0, 64, 48], "iscrowd": 0}],
                """ + CATEGORIES + "}");
        return reader(0, true, EmptyBoxes.REFUSE);
    }

    @Test
    void labelsGoByCategoryIdAndBoxesAndAreasStayAsAnnotated() {
        Dataset dataset = reader().read();

        assertThat(dataset.classes()).containsExactly("car", "train", "toothbrush");
        assertThat(dataset.images()).extracting(AnnotatedImage::id).containsExactly("139", "9", "25");
        assertThat(dataset.images().get(0).objects())
                .containsExactly(new AnnotatedObject(new PixelBox(5, 5, 25, 25), 3, false, true, 300));
        assertThat(dataset.images().get(1).objects())
                .containsExactly(
                        new AnnotatedObject(PixelBox.ofSize(1.1, 2, 30.2, 40), 1, false, false, 700.5),
                        new AnnotatedObject(new PixelBox(0, 0, 64, 48), 2, false, false));
        assertThat(dataset.warnings()).isEmpty();
    }

    @Test
    void emptyImagesAreLeftOutIfWanted() {
        reader();

        assertThat(reader(0, false, EmptyBoxes.REFUSE).read().images())
                .extracting(AnnotatedImage::id)
                .containsExactly("139", "9");
    }

    @Test
    void theLimitCountsFromTheStartOfTheFile() {
        reader();

        Dataset dataset = reader(1, true, EmptyBoxes.REFUSE).read();

        assertThat(dataset.images()).extracting(AnnotatedImage::id).containsExactly("139");
        assertThat(dataset.classes()).hasSize(3);
    }

    @Test
    void boxesAreCutToTheirPictureWithAWarning() {
        oneImage("""
                {"image_id": 1, "category_id": 3, "bbox": [-5, 10, 20, 60], "area": 77},
                {"image_id": 1, "category_id": 7, "bbox": [0.1, 0, 63.905, 48]}
                """);

        Dataset dataset = reader(0, true, EmptyBoxes.REFUSE).read();

        assertThat(dataset.images().get(0).objects())
                .containsExactly(
                        new AnnotatedObject(new PixelBox(0, 10, 15, 48), 1, false, false, 77),
                        new AnnotatedObject(new PixelBox(0.1, 0, 64, 48), 2, false, false, 63.905 * 48));
        assertThat(dataset.warnings())
                .containsExactly("/data/annotations/instances.json:2:1: the box of this car, [-5.0, 10.0, 20.0, 60.0],"
                        + " reaches outside of the picture of 64 x 48 pixels: clipped");
    }

    @Test
    void boxesWithoutAreaAreRefusedOrLeftOut() {
        oneImage("""
                {"image_id": 1, "category_id": 3, "bbox": [5, 10, 0, 60]},
                {"image_id": 1, "category_id": 7, "bbox": [70, 10, 10, 10]},
                {"image_id": 1, "category_id": 7, "bbox": [1, 1, 10, 10]}
                """);

        assertThat(problems(reader(0, true, EmptyBoxes.REFUSE)))
                .extracting(problem -> problem.where() + " " + problem.what())
                .containsExactly(
                        "/data/annotations/instances.json:2:1 the box of this car, [5.0, 10.0, 0.0, 60.0], has no area",
                        "/data/annotations/instances.json:3:1 the box of this train, [70.0, 10.0, 10.0, 10.0],"
                                + " has no area in the picture of 64 x 48 pixels");
        Dataset dataset = reader(0, true, EmptyBoxes.SKIP).read();
        assertThat(dataset.images().get(0).objects()).hasSize(1);
        assertThat(dataset.warnings()).hasSize(2).allMatch(warning -> warning.endsWith(": left out"));
        Dataset asWritten = reader(0, true, EmptyBoxes.AS_WRITTEN).read();
        assertThat(asWritten.images().get(0).objects())
                .extracting(object -> object.box().xMin())
                .containsExactly(5.0, 70.0, 1.0);
        assertThat(asWritten.warnings()).isEmpty();
    }

    @Test
    void picturesAreThereInsideTheirFolderAndOfTheSizeStated() throws IOException {
        picture("small.jpg", "jpeg");
        picture("../secret.jpg", "jpeg");
        Files.writeString(images.resolve("text.jpg"), "no picture");
        json("""
                {"images": [{"id": 1, "file_name": "none.jpg", "width": 64, "height": 48},
                {"id": 2, "file_name": "small.jpg", "width": 65, "height": 48},
                {"id": 3, "file_name": "../secret.jpg", "width": 64, "height": 48},
                {"id": 4, "file_name": "/data/secret.jpg", "width": 64, "height": 48},
                {"id": 5, "file_name": "x/../../secret.jpg", "width": 64, "height": 48},
                {"id": 6, "file_name": "a\\u0000.jpg", "width": 64, "height": 48},
                {"id": 7, "width": 64, "height": 48},
                {"id": 8, "file_name": "text.jpg", "width": 64, "height": 48},
                {"id": 9, "file_name": ".", "width": 64, "height": 48}],
                "annotations": [],
                """ + CATEGORIES + "}");

        List<Problem> problems = problems(reader(0, true, EmptyBoxes.REFUSE));

        assertThat(problems)
                .extracting(problem -> problem.where() + " " + problem.what())
                .containsExactly(
                        "/data/annotations/instances.json:1:13 there is no picture /data/train/none.jpg",
                        "/data/annotations/instances.json:2:1 states 65 x 48 pixels, the picture"
                                + " /data/train/small.jpg has 64 x 48",
                        "/data/annotations/instances.json:3:1 file_name '../secret.jpg' is no path inside its folder",
                        "/data/annotations/instances.json:4:1 file_name '/data/secret.jpg' is no path inside its folder",
                        "/data/annotations/instances.json:5:1 file_name 'x/../../secret.jpg' is no path inside its folder",
                        "/data/annotations/instances.json:6:1 file_name 'a\0.jpg' is no path inside its folder",
                        "/data/annotations/instances.json:7:1 the image has no file_name",
                        "/data/train/text.jpg it is neither a JPEG nor a PNG image",
                        "/data/train/. it is no regular file");
    }

    @Test
    void problemsOfTheFileAndAMissingFolderAreToldAtOnce() {
        json("{\"images\": [], \"annotations\": [], \"categories\": [{\"id\": 1}]}");

        assertThat(problems(reader(0, true, EmptyBoxes.REFUSE)))
                .extracting(problem -> problem.where() + " " + problem.what())
                .containsExactly(
                        "/data/train no such folder", "/data/annotations/instances.json:1:50 the category has no name");
    }

    @Test
    void aFileOfNothingIsAProblem() throws IOException {
        Files.createDirectories(images);
        json("{\"images\": [], \"annotations\": [], \"categories\": []}");
        assertThat(problems(reader(0, true, EmptyBoxes.REFUSE)))
                .extracting(Problem::what)
                .containsExactly("the file has no category");

        json("{\"images\": [], \"annotations\": [], " + CATEGORIES + "}");
        assertThat(problems(reader(0, true, EmptyBoxes.REFUSE)))
                .extracting(Problem::what)
                .containsExactly("the file lists no image");

        oneImage("");
        assertThat(reader(0, true, EmptyBoxes.REFUSE).read().images()).hasSize(1);
        assertThat(problems(reader(0, false, EmptyBoxes.REFUSE)))
                .extracting(Problem::what)
                .containsExactly("no image has an object");
    }

    private DatasetReader reader(int limit, boolean keepEmpty, EmptyBoxes emptyBoxes) {
        return new CocoReader(new CocoConfig(annotations, images, limit, keepEmpty, emptyBoxes));
    }

    private static List<Problem> problems(DatasetReader reader) {
        return catchThrowableOfType(InvalidInputException.class, reader::read).problems();
    }

    /** Image 1 with annotations that start on line 2. */
    private void oneImage(String objects) {
        picture("a.jpg", "jpeg");
        json("{\"images\": [{\"id\": 1, \"file_name\": \"a.jpg\", \"width\": 64, \"height\": 48}], \"annotations\": [\n"
                + objects + "], " + CATEGORIES + "}");
    }

    private void json(String text) {
        try {
            Files.createDirectories(annotations.getParent());
            Files.writeString(annotations, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void picture(String name, String format) {
        try {
            Path file = images.resolve(name).normalize();
            Files.createDirectories(images);
            Files.createDirectories(file.getParent());
            Files.write(file, VocFolderOnDisk.encoded(format, 64, 48));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
