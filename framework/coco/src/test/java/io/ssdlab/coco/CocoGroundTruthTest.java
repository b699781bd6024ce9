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
                 "categories": [{"id": 90, "name": "toothbrush"}, {"supercategory": "x", "id": 3, "name": "car"}],
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
    void namesWhatIsWrongWithIdsAreasAndNames() throws IOException {
        List<Problem> problems = problemsOf("""
                {"images": [{"id": 1.5, "width": 10, "height": 10}, {"id": "", "width": "10", "height": null},
                   {"id": 1, "width": 10, "height": 10, "file_name": ["a.jpg"]}, {"id": 2, "width": 3e9, "height": 10},
                   {"id": 3, "width": 10, "height": 10}],
                 "categories": [{"id": "1", "name": " "}, {"id": 2}, {"id": 5, "name": "e"}],
                 "annotations": [
                   {"id": 1, "image_id": 3, "category_id": 5, "bbox": [1, 2, 3, 4], "area": -1},
                   {"id": 1, "image_id": 3, "category_id": 5, "bbox": [1, 2, 3, 4], "area": Infinity},
                   {"id": 99999999999999999999, "image_id": 3, "category_id": 5, "bbox": [1, 2, 3, 4]},
                   {"id": 4, "image_id": {"a": [1]}, "category_id": true, "bbox": "1 2 3 4", "area": "large"},
                   {"id": 5, "category_id": 5, "bbox": [1, 2, 3, 4, 5], "iscrowd": "no"},
                   null,
                   {"id": 6, "image_id": 3, "category_id": 5, "bbox": [1, [2], -Infinity, -4]}]}
                """);
        assertThat(problems)
                .extracting(problem -> problem.where().substring("/data/truth.json:".length()) + " " + problem.what())
                .containsExactly(
                        "1:20 id is 1.5",
                        "1:60 id is the text ''",
                        "1:73 width is the text '10'",
                        "1:89 height is null",
                        "2:54 file_name is [...",
                        "2:85 width is 3e9",
                        "4:24 id is the text '1'",
                        "4:37 name is blank",
                        "4:43 the category has no name",
                        "6:77 area is -1",
                        "7:11 annotation 1 occurs twice",
                        "7:77 area is Infinity",
                        "8:11 id is 99999999999999999999",
                        "9:26 image_id is {...",
                        "9:53 category_id is true",
                        "9:67 bbox is no list",
                        "9:86 area is the text 'large'",
                        "10:40 bbox has 5 numbers",
                        "10:68 iscrowd is the text 'no'",
                        "10:4 the annotation has no image_id",
                        "11:4 the annotation is no object",
                        "12:59 a number of bbox is [...",
                        "12:64 a number of bbox is -Infinity");
    }

    @Test
    void readsAFileWithAByteOrderMark() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "\uFEFF{\"images\": [], \"annotations\": [], \"categories\": [{\"id\": 1, \"name\": \"ä\"}]}");
        assertThat(CocoGroundTruth.read(file).classes()).containsExactly("ä");
    }

    @Test
    void takesAnAreaThatIsNotStatedFromTheBoxAsCocoComputesIt() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"images": [{"id": 1, "width": 10, "height": 10}], "categories": [{"id": 1, "name": "a"}],
                 "annotations": [{"image_id": 1, "category_id": 1, "bbox": [0.1, 0.7, 0.2, 0.1]},
                                 {"image_id": 1, "category_id": 1, "bbox": [0.1, 0.7, 0.2, 0.1], "area": 0}]}
                """);
        assertThat(CocoGroundTruth.read(file).images().get(0).objects())
                .extracting(AnnotatedObject::area)
                .containsExactly(0.2 * 0.1, 0.0);
    }

    @Test
    void tellsCategoriesOfOneNameApart() {
        CocoGroundTruth truth = new CocoGroundTruth(
                List.of(new CocoCategory(0, "mouse"), new CocoCategory(64, "mouse"), new CocoCategory(65, "cat")),
                List.of());
        assertThat(truth.classes()).containsExactly("mouse (0)", "mouse (64)", "cat");
    }

    @Test
    void knowsWhereEverythingStood() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"annotations": [{"image_id": 7, "category_id": 1, "bbox": [1, 2, 3, 4]},
                   {"image_id": 8, "category_id": 1, "bbox": [1, 2, 3, 4]},
                   {"image_id": 7, "category_id": 1, "bbox": [1, 2, 3, 4]}],
                 "images": [{"id": 8, "width": 10, "height": 10},
                   {"id": 7, "width": 10, "height": 10}],
                 "categories": [{"id": 1, "name": "a"}]}
                """);
        LocatedGroundTruth located = LocatedGroundTruth.read(file);
        CocoImage seven = located.groundTruth().images().get(1);
        assertThat(located.whereIs(seven)).isEqualTo("/data/truth.json:5:4");
        assertThat(located.whereIs(seven, 0)).isEqualTo("/data/truth.json:1:18");
        assertThat(located.whereIs(seven, 1)).isEqualTo("/data/truth.json:3:4");
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
        assertThat(problemsOf("")).extracting(Problem::what).containsExactly("the file is empty");
        assertThat(problemsOf("{\"images\": {}, \"annotations\": [], \"categories\": []}"))
                .extracting(Problem::what)
                .containsExactly("images is no list");
        assertThat(problemsOf("{}"))
                .extracting(Problem::what)
                .containsExactly("the file has no images", "the file has no annotations", "the file has no categories");
    }

    @Test
    void refusesKeysThatOccurTwice() throws IOException {
        assertThat(problemsOf("""
                {"images": [{"id": 1, "width": 9, "height": 9, "file_name": "a", "file_name": "b"}],
                 "annotations": [{"image_id": 1, "category_id": 1, "bbox": [1, 1, 2, 2], "iscrowd": 0, "iscrowd": 1}],
                 "categories": [{"id": 1, "name": "a"}],
                 "images": []}
                """))
                .extracting(problem -> problem.where() + " " + problem.what())
                .containsExactly(
                        "/data/truth.json:1:66 the image has file_name twice",
                        "/data/truth.json:2:88 the annotation has iscrowd twice",
                        "/data/truth.json:4:2 the file has images twice");
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
