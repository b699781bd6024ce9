package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** {@code ssdlab priors --coverage}, which needs no engine. */
class PriorCoverageTest {

    private static final String ROWS = """
            table:
              factors:
                thirds: {without: no-third-ratios}
              rows:
                - {thirds: yes, reference: true}
                - {thirds: no}
            """;

    private final Path folder = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");

    @Test
    void rowsWithTheSameBoxesStandTogetherWhateverPredictsFromThem() throws IOException {
        TinyExperiment.in(folder, TinyExperiment.VOC, """
                table:
                  factors:
                    heads: {values: {convolution: {}, separable: {change: {model: {heads: separable}}}}}
                  rows:
                    - {heads: convolution}
                    - {heads: separable}
                """);
        VocFolder.in(folder.resolve("voc"));

        JsonNode json = json(CliRun.in(folder, "priors", "--coverage", "tiny.yaml", "--format", "json"));

        assertThat(json.path("rows")).hasSize(2);
        assertThat(CliRun.in(folder, "priors", "--coverage", "tiny.yaml").out())
                .contains("| heads-convolution, heads-separable |");
    }

    @Test
    void tellsWhatThePrintedBoxesCover() throws IOException {
        TinyExperiment.in(folder, TinyExperiment.VOC, ROWS);
        VocFolder.in(folder.resolve("voc"));

        JsonNode json = json(CliRun.in(folder, "priors", "--coverage", "tiny.yaml", "--format", "json"));

        assertThat(json.path("augmented").booleanValue()).isFalse();
        assertThat(json.path("rows")).hasSize(2);
        for (JsonNode row : json.path("rows")) {
            List<double[]> boxes = boxes(row.path("row").asText());
            assertThat(row.path("priorBoxes").asInt()).isEqualTo(boxes.size());
            assertThat(row.path("images").asInt()).isEqualTo(4);
            assertThat(row.path("all").path("objects").asInt()).isEqualTo(4);
            assertThat(row.path("all").path("meanBestIou").asDouble()).isCloseTo(bestIou(boxes), within(1e-5));
            // Bipartite matching: all that reach 0.5, and the best one whatever it reaches.
            assertThat(row.path("all").path("positivesPerObject").asDouble()).isEqualTo((double)
                    Math.max(1, boxes.stream().filter(box -> iou(box) >= 0.5).count()));
            assertThat(row.path("all").path("unmatched").asInt()).isZero();
            assertThat(row.path("bySize").get(0).path("objects").asInt()).isEqualTo(4);
            assertThat(row.path("bySize").get(2).path("recall50").isNull()).isTrue();
            assertThat(row.path("sourceMaps").findValuesAsText("source")).startsWith("conv2_1");
        }
    }

    /** Centre and size, as the command prints them without {@code --coverage}. */
    private List<double[]> boxes(String row) {
        return CliRun.in(folder, "priors", "tiny.yaml", "--row", row)
                .out()
                .lines()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",");
                    double[] box = new double[4];
                    for (int i = 0; i < 4; i++) {
                        box[i] = Double.parseDouble(cells[4 + i]);
                    }
                    return box;
                })
                .toList();
    }

    private static double bestIou(List<double[]> boxes) {
        return boxes.stream().mapToDouble(PriorCoverageTest::iou).max().orElseThrow();
    }

    /** With the only object, from (20, 10) to (50, 40) as VOC counts pixels, from 1. */
    private static double iou(double[] box) {
        double width = Math.min(box[0] + box[2] / 2, 50 / 80.0) - Math.max(box[0] - box[2] / 2, 20 / 80.0);
        double height = Math.min(box[1] + box[3] / 2, 40 / 60.0) - Math.max(box[1] - box[3] / 2, 10 / 60.0);
        double intersection = Math.max(0, width) * Math.max(0, height);
        return intersection / (box[2] * box[3] + 30 / 80.0 * (30 / 60.0) - intersection);
    }

    @Test
    void drawnShapesAsTextCsvAndPicture() throws IOException {
        TinyExperiment.in(folder, TinyExperiment.SHAPES, ROWS);

        CliRun text = CliRun.in(
                folder, "priors", "--coverage", "tiny.yaml", "--worst", "2", "--picture", "pictures/tiny.png");
        CliRun csv = CliRun.in(folder, "priors", "--coverage", "tiny.yaml", "--format", "csv", "--row", "no-thirds");

        assertThat(text.exitCode()).as(text.err()).isEqualTo(0);
        assertThat(text.out())
                .contains("12 images, ", " as annotated: nothing is augmented, images are warped to 76x76.")
                .containsPattern("\\| objects +\\| number \\| thirds \\| no-thirds \\|")
                .contains("The objects with the smallest best IoU:");
        assertThat(text.err()).isEqualTo("ssdlab: wrote pictures/tiny.png\n");
        try (InputStream picture = Files.newInputStream(folder.resolve("pictures/tiny.png"))) {
            assertThat(ImageIO.read(picture).getWidth()).isEqualTo(2800);
        }
        assertThat(csv.out()).startsWith("row,by,group,measure,value\nno-thirds,all,all,images,12\n");
        assertThat(csv.out().lines().skip(1)).allMatch(line -> line.startsWith("no-thirds,"));
    }

    @Test
    void rowsThatDifferInTrainingAloneAreOne() {
        TinyExperiment.in(folder, TinyExperiment.SHAPES, """
                table:
                  factors:
                    expansion: {without: no-expansion}
                  rows:
                    - {expansion: yes, reference: true}
                    - {expansion: no}
                """);

        assertThat(CliRun.in(folder, "priors", "--coverage", "tiny.yaml").out())
                .containsPattern("\\| expansion, no-expansion \\| bipartite-iou \\|  2180 \\|");
    }

    @Test
    void wrongOptionsAreToldTogether() {
        TinyExperiment.in(folder, TinyExperiment.SHAPES);

        CliRun run =
                CliRun.in(folder, "priors", "tiny.yaml", "--worst", "-1", "--picture", "tiny.svg", "--format", "csv");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(
                        "--format: goes with --coverage alone",
                        "--worst: -1 objects",
                        "--picture: tiny.svg is no name");
    }

    @Test
    void wrongDataIsToldWithItsPlaces() throws IOException {
        TinyExperiment.in(folder, TinyExperiment.VOC);
        VocFolder voc = VocFolder.in(folder.resolve("voc"));
        Files.writeString(voc.annotation("000003"), "<html/>");
        voc.annotate("000004", "box", "20", "10", "20", "40");

        CliRun broken = CliRun.in(folder, "priors", "--coverage", "tiny.yaml", "--picture", "tiny.png");
        CliRun missing = CliRun.in(folder, "priors", "--coverage", "tiny.yaml", "--set", "data=vok");

        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err()).contains("000003.xml:1: this is no annotation", "000004.xml:");
        assertThat(broken.out()).isEmpty();
        assertThat(folder.resolve("tiny.png")).doesNotExist();
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("/lab/vok: no such folder");
    }

    @Test
    void objectsThatAreNotTrainedOnDoNotCount() throws IOException {
        TinyExperiment.in(folder, TinyExperiment.VOC);
        VocFolder voc = VocFolder.in(folder.resolve("voc"));
        for (int i = 1; i <= 4; i++) {
            Path annotation = voc.annotation("00000" + i);
            Files.writeString(
                    annotation, Files.readString(annotation).replace("<difficult>0", "<difficult>" + (i == 4 ? 0 : 1)));
        }
        String[] few = {"priors", "--coverage", "tiny.yaml", "--format", "json", "--set", "training.use-difficult=no"};

        assertThat(json(CliRun.in(folder, few)).findPath("all").path("objects").asInt())
                .isEqualTo(1);

        Path last = voc.annotation("000004");
        Files.writeString(last, Files.readString(last).replace("<difficult>0", "<difficult>1"));
        CliRun none = CliRun.in(folder, few);
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("dataset.train: has no object to match");
    }

    private static JsonNode json(CliRun run) throws IOException {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
        return new ObjectMapper().readTree(run.out());
    }
}
