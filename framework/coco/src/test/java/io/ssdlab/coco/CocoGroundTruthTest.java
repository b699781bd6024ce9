package io.ssdlab.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CocoGroundTruthTest {

    private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix());
    private final Path file = disk.getPath("/data/truth.json");

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    @Test
    void readsAForeignFileInAnyOrderWithWhatItHasBesides() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"annotations": [{"segmentation": {"counts": [1, 2], "size": [3, 4]}, "iscrowd": 1, "area": 7.5,
                  "image_id": 42, "bbox": [1, 2, 3, 4], "category_id": 90, "id": 1}],
                 "info": {"year": 2017},
                 "categories": [{"supercategory": "x", "id": 3, "name": "car"}, {"id": 90, "name": "toothbrush"}],
                 "images": [{"id": 42, "width": 10, "height": 20, "file_name": "a.jpg", "license": 1}]}
                """);
        CocoGroundTruth truth = CocoGroundTruth.read(file);
        assertThat(truth.classes()).containsExactly("car", "toothbrush");
        assertThat(truth.images())
                .containsExactly(new CocoImage(
                        "42",
                        "a.jpg",
                        10,
                        20,
                        List.of(new AnnotatedObject(new PixelBox(1, 2, 4, 6), 2, false, true, 7.5))));
    }

    @Test
    void namesEveryProblemWithItsPlace() throws IOException {
        List<Problem> problems = problemsOf("""
                {"images": [{"id": 1, "width": 10, "height": 0},
                            {"id": 2, "width": 10, "height": 10},
                            {"id": 2, "width": 10, "height": 10}],
                 "categories": [{"id": 1, "name": "a"}, {"id": 1, "name": "b"}],
                 "annotations": [{"image_id": 2, "category_id": 1, "bbox": [1, 2, -3, 4]},
                   {"image_id": 9, "category_id": 1, "bbox": [1, 2, 3, 4]},
                   {"image_id": 2, "category_id": 5, "bbox": [1, 2, 3, 4]},
                   {"image_id": 2, "category_id": 1, "bbox": [1, 2, NaN, 4]},
                   {"image_id": 2, "category_id": 1, "bbox": [1, 2, 3]},
                   {"image_id": 2, "category_id": 1},
                   {"image_id": 2, "category_id": 1, "bbox": [1, 2, 3, 4], "iscrowd": 2}]}
                """);
        assertThat(problems)
                .extracting(problem -> problem.where() + " " + problem.what())
                .containsExactly(
                        "/data/truth.json:1:46 height is 0",
                        "/data/truth.json:3:13 image 2 occurs twice",
                        "/data/truth.json:4:41 category 1 occurs twice",
                        "/data/truth.json:5:60 bbox has a negative size: [1.0, 2.0, -3.0, 4.0]",
                        "/data/truth.json:8:53 a number of bbox is NaN",
                        "/data/truth.json:9:46 bbox has 3 numbers",
                        "/data/truth.json:10:4 the annotation has no bbox",
                        "/data/truth.json:11:71 iscrowd is 2",
                        "/data/truth.json:6:4 unknown image 9",
                        "/data/truth.json:7:4 unknown category 5");
        assertThat(problems.get(9).remedy()).contains("[1]");
    }

    @Test
    void namesWhereAFileIsCutOff() throws IOException {
        List<Problem> problems = problemsOf("{\"images\": [{\"id\": 1,");
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.where()).startsWith("/data/truth.json:1:");
            assertThat(problem.what()).startsWith("no valid JSON");
        });
    }

    @Test
    void refusesOtherJson() throws IOException {
        assertThat(problemsOf("[1, 2]")).extracting(Problem::what).containsExactly("the file is no object");
        assertThat(problemsOf("")).extracting(Problem::what).containsExactly("the file is no object");
        assertThat(problemsOf("{\"images\": {}, \"annotations\": [], \"categories\": []}"))
                .extracting(Problem::what)
                .containsExactly("images is no list");
        assertThat(problemsOf("{}"))
                .extracting(Problem::what)
                .containsExactly("the file has no images", "the file has no annotations", "the file has no categories");
    }

    @Test
    void stopsAfterAHundredProblems() throws IOException {
        String bad = "{\"image_id\": 1, \"category_id\": 1, \"bbox\": []},".repeat(500);
        List<Problem> problems = problemsOf("{\"annotations\": [" + bad);
        assertThat(problems).hasSize(101);
        assertThat(problems.get(100).what()).contains("not listed");
    }

    @Test
    void saysThatThereIsNoFile() {
        InvalidInputException thrown =
                catchThrowableOfType(InvalidInputException.class, () -> CocoGroundTruth.read(file));
        assertThat(thrown).hasMessageContaining("/data/truth.json: no such file");
    }

    @Test
    void refusesIdsThatOccurTwice() {
        CocoImage image = new CocoImage("1", "", 1, 1, List.of());
        assertThatIllegalArgumentException().isThrownBy(() -> new CocoGroundTruth(List.of(), List.of(image, image)));
        CocoCategory category = new CocoCategory(1, "a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CocoGroundTruth(List.of(category, category), List.of()));
    }

    private List<Problem> problemsOf(String json) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
        return catchThrowableOfType(InvalidInputException.class, () -> CocoGroundTruth.read(file))
                .problems();
    }
}
