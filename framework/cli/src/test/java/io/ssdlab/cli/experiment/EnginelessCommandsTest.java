package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands that need no engine; in this run of the tests there is none. */
class EnginelessCommandsTest {

    private final Path folder = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");

    @BeforeEach
    void writeExperiment() {
        TinyExperiment.in(folder, TinyExperiment.VOC, """
                table:
                  factors:
                    thirds: {without: no-third-ratios}
                  rows:
                    - {thirds: yes, reference: true, published: {mAP: 74.3}}
                    - {thirds: no}
                  columns: [boxes, mAP, delta, published]
                """);
    }

    @Test
    void validateCountsRowsAndBoxes() {
        CliRun run = CliRun.in(folder, "validate", "tiny.yaml");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out()).isEqualTo("""
                tiny.yaml: OK, 2 rows, 2180 or 1980 prior boxes
                  thirds      2180
                  no-thirds   1980
                """);
    }

    @Test
    void aFirstLookLeavesWorkToOthersAndSaysNothing() {
        TinyExperiment.in(folder, TinyExperiment.SHAPES);

        CliRun look = CliRun.firstLook(folder, "run", "tiny.yaml");

        assertThat(look.exitCode()).isEqualTo(85);
        assertThat(look.out()).isEmpty();
        assertThat(folder.resolve("results/runs")).doesNotExist();
        assertThat(CliRun.firstLook(folder, "run", "--dry-run", "tiny.yaml").out())
                .contains("1 run: 1 missing");
        assertThat(CliRun.firstLook(folder, "run", "--set", "no-such-key=1", "tiny.yaml")
                        .err())
                .contains("unknown key no-such-key");
    }

    @Test
    void tableMarksWhatIsMissing() throws IOException {
        CliRun run = CliRun.in(folder, "table", "tiny.yaml", "--engine", "PyTorch");

        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out())
                .contains("| thirds    | ✓              |  2180 |     missing |          74.3 | reference |")
                .contains("| no-thirds |                |  1980 |     missing |               |   missing |")
                .contains("On PyTorch;")
                .contains("- no-thirds: none (0 of 1)")
                .contains("`ssdlab table tiny.yaml --engine PyTorch`");
        assertThat(Files.readString(folder.resolve("results/tiny/table-pytorch.md")))
                .isEqualTo(run.out());
        assertThat(folder.resolve("results/tiny/trace-pytorch.json")).isNotEmptyFile();
        assertThat(folder.resolve("results/tiny/table.md")).doesNotExist();
    }

    @Test
    void theTableTellsNobodyWhereDataIsKept() {
        CliRun run = CliRun.in(folder, "table", "tiny.yaml", "--set", "data=/secret/data", "--set", "seeds=[1, 2]");

        assertThat(run.out()).contains("`ssdlab table tiny.yaml --set data=DIR --set 'seeds=[1, 2]' --engine MXNet`");
    }

    @Test
    void tableTracesARow() {
        CliRun run = CliRun.in(folder, "table", "tiny.yaml", "--trace", "thirds");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
        assertThat(run.out())
                .startsWith("row 1: thirds (thirds), missing\n")
                .contains("seed 1: missing\n")
                .containsPattern("train +ssdlab run tiny.yaml --engine MXNet\n");

        CliRun unknown = CliRun.in(folder, "table", "tiny.yaml", "--trace", "third");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("there is no row 'third'").contains("did you mean thirds");
    }

    @Test
    void tablePrintsLatexAndHtmlToo() throws IOException {
        assertThat(CliRun.in(folder, "table", "tiny.yaml", "--format", "tex").out())
                .contains("\\begin{tabular}")
                .isEqualTo(Files.readString(folder.resolve("results/tiny/table.tex")));
        assertThat(CliRun.in(folder, "table", "tiny.yaml", "--format", "html").out())
                .contains("<caption")
                .isEqualTo(Files.readString(folder.resolve("results/tiny/table.html")));
    }

    @Test
    void tablePrintsCsvToo() throws IOException {
        CliRun run = CliRun.in(folder, "table", "tiny.yaml", "--format", "csv");

        assertThat(run.out()).startsWith("row,\"{1/3, 3} boxes\",boxes,");
        assertThat(Files.readString(folder.resolve("results/tiny/table.csv"))).isEqualTo(run.out());
    }

    @Test
    void priorsComeInTheOrderOfTheHeads() {
        CliRun run = CliRun.in(folder, "priors", "tiny.yaml");

        List<String> lines = run.out().lines().toList();
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(lines).hasSize(1 + 2180);
        assertThat(lines.get(0)).isEqualTo("layer,row,col,k,cx,cy,w,h");
        assertThat(lines.get(1)).isEqualTo("conv2_1,0,0,0,0.02631579,0.02631579,0.1,0.1");
        // The second cell of the second row of the finest map, 19x19 cells of 4 boxes.
        assertThat(lines.get(1 + (19 + 1) * 4 + 3)).startsWith("conv2_1,1,1,3,0.078947365,0.078947365,");
        assertThat(lines.get(2180)).startsWith("conv5_2,2,2,3,");
    }

    @Test
    void priorsOfARow() {
        CliRun row = CliRun.in(folder, "priors", "tiny.yaml", "--row", "no-thirds");
        assertThat(row.out().lines()).hasSize(1 + 1980);

        CliRun unknown = CliRun.in(folder, "priors", "tiny.yaml", "--row", "no-third");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("there is no row no-third").contains("did you mean no-thirds?");
    }

    @Test
    void explainAsJson() throws IOException {
        CliRun run = CliRun.in(folder, "explain", "tiny.yaml", "--no-engine", "--json", "--set", "training.batch=2");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.path("priorBoxes").asInt()).isEqualTo(2180);
        assertThat(json.path("sources").get(1).path("channels").asInt()).isEqualTo(16);
        assertThat(json.has("parameters")).isFalse();
        assertThat(json.path("values"))
                .filteredOn(value -> value.path("key").asText().equals("training.batch"))
                .singleElement()
                .satisfies(value -> assertThat(value.path("origin").asText()).isEqualTo("--set"));
    }

    @Test
    void pluginsListComponentsWithSettings() throws IOException {
        CliRun text = CliRun.in(folder, "plugins");
        assertThat(text.out())
                .contains("matcher bipartite-iou\n    threshold = 0.5\n")
                .contains("variant no-38x38: ");

        JsonNode json = new ObjectMapper()
                .readTree(CliRun.in(folder, "plugins", "--json").out());
        assertThat(json.findValuesAsText("kind")).contains("backbone", "prior-boxes", "metric");
        assertThat(json.findValuesAsText("name")).contains("ssd", "small-vgg", "voc07", "shapes", "resize");
    }

    @Test
    void evaluateNamesTheMetricsThereAre() {
        CliRun run = CliRun.in(folder, "evaluate", "--metric", "voc08", "--ground-truth", "a", "--detections", "b");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("--metric: there is no metric named voc08")
                .contains("did you mean voc07");
    }

    @Test
    void evaluateScoresFilesOfOthers() throws IOException {
        Files.writeString(folder.resolve("truth.json"), """
                {"images": [{"id": 7, "width": 100, "height": 100}],
                 "categories": [{"id": 3, "name": "dog"}, {"id": 9, "name": "cat"}],
                 "annotations": [{"image_id": 7, "category_id": 3, "bbox": [10, 10, 50, 50]}]}
                """);
        Files.writeString(folder.resolve("found.json"), """
                [{"image_id": 7, "category_id": 3, "bbox": [10, 10, 50, 40], "score": 0.9}]
                """);
        String[] arguments = {
            "evaluate", "--metric", "voc12", "--ground-truth", "truth.json", "--detections", "found.json"
        };

        assertThat(CliRun.in(folder, arguments).out())
                .containsPattern("mAP +1.0000\n")
                .containsPattern("cat +undefined\n");

        String[] strict = Arrays.copyOf(arguments, arguments.length + 2);
        strict[arguments.length] = "--set";
        strict[arguments.length + 1] = "iou-threshold=0.9";
        assertThat(CliRun.in(folder, strict).out()).containsPattern("mAP +0.0000\n");
    }

    @Test
    void detectNamesTheRunsThereAre() {
        CliRun run = CliRun.in(folder, "detect", "--run", "abcdef12", "picture.jpg");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("abcdef12: no finished run of that name").contains("there are: none");
    }
}
