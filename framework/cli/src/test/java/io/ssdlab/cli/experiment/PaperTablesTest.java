package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.cli.CliRun;
import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the paper and the talk, {@code experiments/paper/tables}, without data, weights and training. */
class PaperTablesTest {

    private static final Path FOLDER =
            Path.of("").toAbsolutePath().resolve("../../experiments/paper").normalize();

    private static List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("tables"))) {
            return files.sorted().toList();
        }
    }

    private static String validate(String... names) {
        CliRun run = PaperExperiments.ssdlab(Stream.concat(
                Stream.of("validate"), Stream.of(names).map(name -> "experiments/paper/tables/" + name + ".yaml")));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
        return run.out();
    }

    @Test
    void allAreValid() throws IOException {
        CliRun run = PaperExperiments.ssdlab(
                Stream.concat(Stream.of("validate"), tables().stream().map(Path::toString)));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
        assertThat(run.out().lines().filter(line -> !line.startsWith("  ")))
                .hasSameSizeAs(tables())
                .allMatch(line -> line.contains(".yaml: OK, "));
        assertThat(run.err().lines())
                .allMatch(line -> line.startsWith("note: "))
                .anyMatch(line ->
                        line.endsWith("augmentation.yaml:25:7: row expansion differs from crop-and-colour also in"
                                + " training.iterations (120000, not 60000), training.schedule.steps ([80000, 100000], not [40000,"
                                + " 50000]): more than its factors"));
    }

    @Test
    void sourceMapsHaveThePapersBoxes() {
        assertThat(validate("feature-maps")).endsWith("""
                : OK, 12 rows, 9864 or 9025 or 8942 or 8764 or 8732 or 8664 prior boxes
                  38-to-1_boundary        8732
                  38-to-1_no-boundary     8732
                  38-to-3_boundary        8764
                  38-to-3_no-boundary     8764
                  38-to-5_boundary        8942
                  38-to-5_no-boundary     8942
                  38-to-10_boundary       9864
                  38-to-10_no-boundary    9864
                  38-and-19_boundary      9025
                  38-and-19_no-boundary   9025
                  only-19_boundary        8664
                  only-19_no-boundary     8664
                """);
    }

    @Test
    void boxShapesAndInputsHaveThePapersBoxes() {
        assertThat(validate("box-shapes", "box-counts", "fine-map"))
                .contains("  no-halves_no-thirds   3880\n  halves_no-thirds      7760\n  halves_thirds         8732\n")
                .contains("  ssd300   8732\n  ssd512  24564\n")
                .contains("  no-fine-map   2956\n");
    }

    @ParameterizedTest
    @CsvSource({
        // layer, boxes a cell of each source map that is predicted from
        "38-to-3_boundary, conv4_3_norm 4 fc7 6 conv6_2 6 conv7_2 6 conv8_2 8",
        "38-to-5_boundary, conv4_3_norm 4 fc7 6 conv6_2 8 conv7_2 8",
        "38-to-10_boundary, conv4_3_norm 4 fc7 8 conv6_2 12",
        "38-and-19_boundary, conv4_3_norm 5 fc7 5",
        "only-19_boundary, fc7 24"
    })
    void scalesAreStackedOnTheMapsThatAreLeft(String row, String layers) throws IOException {
        JsonNode explained = explain("feature-maps", row);

        List<String> told = new ArrayList<>();
        explained
                .path("priorLayers")
                .forEach(layer -> told.add(layer.path("source").asText() + " "
                        + layer.path("boxesPerCell").asInt()));
        assertThat(String.join(" ", told)).isEqualTo(layers);
    }

    @ParameterizedTest
    @CsvSource({
        "design-choices, ssd300, ssd300-voc0712",
        "box-shapes, halves_thirds, ssd300-voc0712",
        "feature-maps, 38-to-1_boundary, ssd300-voc0712",
        "voc2007, ssd300, ssd300-voc0712",
        "voc2007, ssd512-expansion, ssd512-voc0712-expansion",
        "voc2012, ssd300, ssd300-voc0712plus",
        "voc2012, ssd512-expansion, ssd512-voc0712plus-expansion",
        "more-data, ssd300_data-07, ssd300-voc07",
        "more-data, ssd512_data-07-12, ssd512-voc0712",
        "more-datasets, ssd300_dataset-ilsvrc, ssd300-ilsvrc",
        "more-datasets, ssd300-expansion_dataset-coco, ssd300-coco-expansion",
        "more-datasets, ssd512_dataset-voc2012, ssd512-voc0712plus",
        "coco, ssd300, ssd300-coco",
        "coco, ssd512-expansion, ssd512-coco-expansion",
        "ilsvrc, ssd300, ssd300-ilsvrc",
        "speed, ssd512_batch-8, ssd512-voc0712"
    })
    void rowsAreThePublishedRecipes(String table, String row, String recipe) throws IOException {
        JsonNode fidelity = explain(table, row).path("fidelity");

        assertThat(fidelity.path("recipe").asText()).isEqualTo(recipe);
        assertThat(fidelity.path("differences")).isEmpty();
        assertThat(fidelity.path("asPublished").asBoolean()).isTrue();
    }

    @Test
    void everyPublishedNumberStandsInATable() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path table : tables()) {
            text.append(Files.readString(table));
        }
        List<String> entries = new YamlReader()
                .read(FOLDER.resolve("published.yaml")).children().stream()
                        .flatMap(group -> group.given("rows").orElseThrow().children().stream()
                                .map(ConfigNode::name)
                                .map(row -> group.name() + "/" + row))
                        .toList();

        assertThat(entries)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(text.toString()).containsPattern("published: " + entry + "\\b(?!-)"));
    }

    private static JsonNode explain(String table, String row) throws IOException {
        CliRun run = PaperExperiments.ssdlab("explain", "tables/" + table, "--no-engine", "--json", "--row", row);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
        return new ObjectMapper().readTree(run.out());
    }
}
