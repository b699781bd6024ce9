package io.ssdlab.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CocoDetectionsTest {

    private static final CocoGroundTruth TRUTH = new CocoGroundTruth(
            List.of(new CocoCategory(3, "car"), new CocoCategory(90, "toothbrush")),
            List.of(image("000012"), image("b"), image("12")));

    private static CocoImage image(String id) {
        return new CocoImage(id, id + ".jpg", 100, 100, List.of());
    }

    @Test
    void namesEveryProblemWithItsPlace() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/detections.json");
            Files.writeString(file, """
                    [{"image_id": "b", "category_id": 3, "bbox": [1, 2, 3, 4], "score": 0.5},
                     {"image_id": 13, "category_id": 3, "bbox": [1, 2, 3, 4], "score": 0.5},
                     {"image_id": 12, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 0.5},
                     {"image_id": "b", "category_id": 3, "bbox": [1, 2, 3, 4], "score": 1e400},
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
                            "/detections.json:4:69 score is 1e400",
                            "/detections.json:5:69 score is the text 'high'",
                            "/detections.json:6:56 a number of bbox is Infinity",
                            "/detections.json:7:35 category_id is 3.5",
                            "/detections.json:7:48 bbox is no list",
                            "/detections.json:8:2 the detection is no object");
            assertThat(problems.get(0).remedy()).contains("000012");
            assertThat(problems.get(1).remedy()).contains("[3, 90]");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [{"image_id": "b", "image_id": "b", "category_id": 3, "bbox": [1, 2, 3, 4], "score": 1}] | 1:20 | has image_id twice
                    [{"image_id": "b", "score": 1, "x": 2, "x": 3, "score": 0.5}] | 1:48 | has score twice
                    """)
    void refusesAKeyThatOccursTwice(String json, String where, String what) throws IOException {
        assertThat(problemsOf(json))
                .first()
                .satisfies(problem -> assertThat(problem.where() + " " + problem.what())
                        .isEqualTo("/detections.json:" + where + " the detection " + what));
    }

    @Test
    void refusesHostileNestingAndNumbers() throws IOException {
        List<String> hostile = List.of(
                "[".repeat(100_000),
                "[{\"x\": " + "[".repeat(100) + "]".repeat(100) + "}]",
                "[{\"score\": 0." + "9".repeat(2_000_000) + "}]",
                "[{\"image_id\": \"" + "a".repeat(2_000_000) + "\"}]");
        for (String json : hostile) {
            assertThat(problemsOf(json)).last().satisfies(problem -> {
                assertThat(problem.where()).matches("/detections.json:1:\\d+");
                assertThat(problem.what())
                        .startsWith("more than is read here: ")
                        .doesNotContain("`");
            });
        }
    }

    private static List<Problem> problemsOf(String json) throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/detections.json");
            Files.writeString(file, json);
            return catchThrowableOfType(InvalidInputException.class, () -> CocoDetections.read(file, TRUTH))
                    .problems();
        }
    }

    @Test
    void namesAnEmptyAndACutOffFile() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/detections.json");
            Files.writeString(file, " \n");
            assertThatThrownBy(() -> CocoDetections.read(file, TRUTH)).hasMessageContaining("the file is empty");
            Files.writeString(file, "[{\"image_id\": 12,\n\"sco");
            assertThatThrownBy(() -> CocoDetections.read(file, TRUTH))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("/detections.json:2:")
                    .hasMessageContaining("no valid JSON: the file ends in the middle of a value");
            Files.delete(file);
            Files.createDirectory(file);
            assertThatThrownBy(() -> CocoDetections.read(file, TRUTH))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("/detections.json: the file cannot be read");
        }
    }
}
