package io.ssdlab.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with the files of {@code ssdlab evaluate} is told by file and line, with exit code 2. */
final class EvaluateBadInputTest {

    private static final String GOOD = "000001 0.9 10 10 50 50\n";

    private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix());
    private final Path folder = disk.getPath("/data");

    @BeforeEach
    void writeGoodFiles() throws IOException {
        for (String year : List.of("2007", "2012")) {
            write("VOCdevkit/VOC" + year + "/ImageSets/Main/test.txt", "000001\n000002\n");
            annotate(year, "000001", "cat", "10 10 50 50");
            annotate(year, "000002", "dog_house", "20 20 70 80");
        }
        write("results/comp4_det_test_cat.txt", GOOD);
        write("results/comp4_det_test_dog_house.txt", "000002 0.8 20 20 70 80\n");
        write("instances.json", """
                {"images": [{"id": 7, "file_name": "000001.jpg", "width": 100, "height": 100},
                            {"id": 8, "file_name": "000002.jpg", "width": 100, "height": 100}],
                 "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog_house"}],
                 "annotations": [{"id": 1, "image_id": 7, "category_id": 1, "bbox": [10, 10, 40, 40]}]}
                """);
        write("results.json", "[{\"image_id\": 7, \"category_id\": 1, \"bbox\": [10, 10, 40, 40], \"score\": 0.9}]\n");
    }

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    @Test
    void theGoodFilesAreGood() {
        assertThat(evaluate("VOCdevkit", "results", "--split", "2007-test").exitCode())
                .isZero();
        assertThat(evaluate("instances.json", "results").exitCode()).isZero();
        assertThat(evaluate("instances.json", "results.json").exitCode()).isZero();
    }

    @Test
    void badLinesAreToldByTheirPlaces() throws IOException {
        write("results/comp4_det_test_cat.txt", GOOD + """
                000001 0.9 10 10 50
                000001 0.9 10 10 50 50 60
                000001
                000001 high 10 10 50 50
                000001 nan 10 10 50 50
                000001 NaN 10 10 50 50
                000001 0.9 10 10 50 inf
                000001 1e999 10 10 50 50
                000001 0.9 10 1O 50 50
                000001 0.9f 10 10 50 50
                000001 0x1p3 10 10 50 50
                000001 0.9 50 10 10 50
                000003 0.9 10 10 50 50
                """);
        String[] expected = {
            "the line has 5 columns",
            "unknown image 000001 0.9",
            "the line has 1 columns",
            "the score is high, no number",
            "the score is nan, not finite",
            "the score is NaN, not finite",
            "a corner of the box is inf, not finite",
            "the score is 1e999",
            "a corner of the box is 1O, no number",
            "the score is 0.9f, no number",
            "the score is 0x1p3, no number",
            "the box is inverted",
            "unknown image 000003",
        };

        for (List<String> problems : List.of(
                problemsOf("VOCdevkit", "results", "--split", "2007-test"), problemsOf("instances.json", "results"))) {
            assertThat(problems).hasSameSizeAs(expected);
            for (int i = 0; i < expected.length; i++) {
                assertThat(problems.get(i))
                        .startsWith("/data/results/comp4_det_test_cat.txt:%d: %s".formatted(i + 2, expected[i]));
            }
        }
    }

    @Test
    void theProblemsOfAllFilesAreToldAtOnce() throws IOException {
        write("results/comp4_det_test_cat.txt", "a 1 1 1 2 2\n" + GOOD + "b 1 1 1 2 2\n");
        write("results/comp4_det_test_dog_house.txt", "000002 0.8 20\n");

        assertThat(problemsOf("VOCdevkit", "results", "--split", "2007-test"))
                .extracting(problem -> problem.substring("/data/results/comp4_det_test_".length()))
                .containsExactly(
                        "cat.txt:1: unknown image a",
                        "cat.txt:3: unknown image b",
                        "dog_house.txt:1: the line has 3 columns");
    }

    @Test
    void thousandsOfProblemsAreNotAllTold() throws IOException {
        write("results/comp4_det_test_cat.txt", "nonsense\n".repeat(5000));

        assertThat(problemsOf("VOCdevkit", "results", "--split", "2007-test"))
                .hasSize(101)
                .last()
                .asString()
                .contains("further problems are not listed");
    }

    @Test
    void twoFilesOfAClassContradictEachOther() throws IOException {
        write("results/comp3_det_test_cat.txt", GOOD);

        assertThat(problemsOf("VOCdevkit", "results", "--split", "2007-test"))
                .containsExactly("/data/results/comp4_det_test_cat.txt: the class cat has another file,"
                        + " /data/results/comp3_det_test_cat.txt");
    }

    @Test
    void aFolderWithoutResultFilesOfTheSplitIsNotNoDetections() throws IOException {
        write("elsewhere/readme.md", "");

        assertThat(problemsOf("VOCdevkit", "elsewhere", "--split", "2007-test"))
                .containsExactly("/data/elsewhere: the folder has no file comp4_det_test_CLASS.txt");
        write("elsewhere/comp4_det_val_cat.txt", GOOD);
        CliRun run = evaluate("VOCdevkit", "elsewhere", "--split", "2007-test");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("it has the splits: val");
    }

    @Test
    void resultFilesOfSeveralSplitsAreNotMixed() throws IOException {
        write("results/comp4_det_val_cat.txt", GOOD);

        assertThat(problemsOf("instances.json", "results"))
                .containsExactly("/data/results: the folder has result files of the splits test, val");
        assertThat(evaluate("instances.json", "results", "--split", "val").exitCode())
                .isZero();
    }

    @Test
    void aClassThatCocosInstancesDoNotHaveIsUnknown() throws IOException {
        write("results/comp4_det_test_kat.txt", GOOD);

        CliRun run = evaluate("instances.json", "results", "--split", "test");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("/data/results/comp4_det_test_kat.txt: unknown class kat")
                .contains("did you mean cat?");
    }

    @Test
    void aClassThatNoAnnotationHasIsAWarning() throws IOException {
        write("results/comp4_det_test_kat.txt", GOOD);

        CliRun run = evaluate("VOCdevkit", "results", "--split", "2007-test");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("the ground truth has no object of the class 'kat'");
        assertThat(run.out()).containsPattern("kat +undefined");
    }

    @Test
    void binaryResultFilesAreNoText() throws IOException {
        Files.write(folder.resolve("results/comp4_det_test_cat.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThat(problemsOf("VOCdevkit", "results", "--split", "2007-test"))
                .containsExactly("/data/results/comp4_det_test_cat.txt: the file is no UTF-8 text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VOCdevkit         | 2008-test | --split 2008-test: no split of the devkit /data/VOCdevkit
            VOCdevkit         | test      | --split test: no split of the devkit /data/VOCdevkit
            VOCdevkit         | 2007-tset | /data/VOCdevkit/VOC2007/ImageSets/Main/tset.txt: no such split
            VOCdevkit/VOC2007 | tset      | /data/VOCdevkit/VOC2007/ImageSets/Main/tset.txt: no such split
            VOCdevkit/VOC2007 | ../x      | --split: ground-truth: split is '../x'
            results           | test      | /data/results: the folder holds no VOC data set and no VOC devkit
            nowhere           | test      | /data/nowhere: no such file
            """)
    void groundTruthThatIsNotThereIsNamed(String groundTruth, String split, String problem) {
        assertThat(problemsOf(groundTruth, "results", "--split", split))
                .first()
                .asString()
                .contains(problem);
    }

    @Test
    void aFolderNeedsASplit() {
        for (String groundTruth : List.of("VOCdevkit", "VOCdevkit/VOC2007")) {
            CliRun run = evaluate(groundTruth, "results");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("none is named").contains("add --split");
        }
    }

    @Test
    void malformedAnnotationsAreToldByFileAndLine() throws IOException {
        annotate("2007", "000001", "cat", "10 10 x 50");
        write("VOCdevkit/VOC2007/Annotations/000002.xml", "<annotation>\n<object>\n");

        assertThat(problemsOf("VOCdevkit", "results", "--split", "2007-test"))
                .satisfiesExactlyInAnyOrder(
                        bad -> assertThat(bad).startsWith("/data/VOCdevkit/VOC2007/Annotations/000001.xml:3: xmax"),
                        bad -> assertThat(bad)
                                .startsWith("/data/VOCdevkit/VOC2007/Annotations/000002.xml:3: malformed"));
    }

    @Test
    void invertedBoxesAreRefusedUnlessToBeSkipped() throws IOException {
        annotate("2007", "000002", "dog_house", "20 20 19 80");

        assertThat(problemsOf("VOCdevkit", "results", "--split", "2007-test"))
                .singleElement()
                .asString()
                .startsWith("/data/VOCdevkit/VOC2007/Annotations/000002.xml:2: the box of object 1");
        CliRun skipping =
                evaluate("VOCdevkit", "results", "--split", "2007-test", "--set", "ground-truth.empty-boxes=skip");
        assertThat(skipping.exitCode()).as(skipping.err()).isZero();
        assertThat(skipping.err()).contains("left out");
    }

    @Test
    void aSplitThatIsNoneOfTheDevkitIsToldWithItsYears() {
        assertThat(evaluate("VOCdevkit", "results", "--split", "2007").err())
                .contains("write YEAR-NAME, such as 2007-test; it has the years: 2007, 2012")
                .doesNotContain("did you mean");
    }

    @Test
    void aFolderInPlaceOfAResultFileIsTold() throws IOException {
        Path file = folder.resolve("results/comp4_det_test_cat.txt");
        Files.delete(file);
        Files.createDirectory(file);

        assertThat(problemsOf("VOCdevkit", "results", "--split", "2007-test")).containsExactly(file + ": is no file");
    }

    @Test
    void settingsOfAVocFolderAreNoneOfCocosFiles() {
        assertThat(problemsOf("instances.json", "results.json", "--set", "ground-truth.empty-boxes=skip"))
                .containsExactly("ground-truth.empty-boxes: settings for ground truth that is no VOC folder:"
                        + " /data/instances.json");
        assertThat(problemsOf("VOCdevkit", "results", "--split", "2007-test", "--set", "ground-truth.empty=skip"))
                .containsExactly("--set: unknown key empty in ground-truth");
    }

    @Test
    void malformedJsonIsToldByItsPlace() throws IOException {
        write("bad.json", "[{\"image_id\": 9, \"category_id\": 1, \"bbox\": [10, 10, 40, 40], \"score\": 0.9},\n {]");

        assertThat(problemsOf("instances.json", "bad.json"))
                .anySatisfy(problem -> assertThat(problem).startsWith("/data/bad.json:2:"));
        assertThat(problemsOf("bad.json", "results.json"))
                .anySatisfy(problem -> assertThat(problem).startsWith("/data/bad.json:1:"));
        assertThat(problemsOf("instances.json", "nowhere.json"))
                .singleElement()
                .asString()
                .contains("nowhere.json", "no such file");
    }

    @Test
    void cocosResultsOnAVocFolderNameItsImagesAndClasses() throws IOException {
        write("bad.json", """
                [{"image_id": "000001", "category_id": 2, "bbox": [10, 10, 40, 40], "score": 0.9},
                 {"image_id": "000003", "category_id": 1, "bbox": [10, 10, 40, 40], "score": 0.9},
                 {"image_id": "000001", "category_id": 3, "bbox": [10, 10, 40, 40], "score": 0.9}]
                """);

        assertThat(problemsOf("VOCdevkit", "bad.json", "--split", "2007-test"))
                .containsExactly("/data/bad.json:2:2: unknown image 000003", "/data/bad.json:3:2: unknown category 3");
    }

    private List<String> problemsOf(String groundTruth, String detections, String... more) {
        CliRun run = evaluate(groundTruth, detections, more);
        assertThat(run.exitCode()).as(run.out()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        return run.err()
                .lines()
                .filter(line -> line.startsWith("ssdlab: "))
                .map(line -> line.substring("ssdlab: ".length()))
                .toList();
    }

    private CliRun evaluate(String groundTruth, String detections, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("evaluate", "--metric", "voc07", "--ground-truth", groundTruth, "--detections", detections));
        arguments.addAll(Arrays.asList(more));
        return CliRun.in(folder, arguments.toArray(String[]::new));
    }

    private void annotate(String year, String id, String name, String corners) throws IOException {
        String[] box = corners.split(" ");
        write("VOCdevkit/VOC" + year + "/Annotations/" + id + ".xml", """
                <annotation><size><width>100</width><height>100</height></size>
                <object><name>%s</name><bndbox><xmin>%s</xmin><ymin>%s</ymin>
                <xmax>%s</xmax><ymax>%s</ymax></bndbox></object></annotation>
                """.formatted(
                        name, box[0], box[1], box[2], box[3]));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
