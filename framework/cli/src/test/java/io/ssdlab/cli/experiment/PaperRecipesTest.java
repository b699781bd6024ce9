package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaperRecipesTest {

    static List<String> recipes() {
        return PaperExperiments.recipes();
    }

    private static JsonNode json(CliRun run) throws IOException {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
        return new ObjectMapper().readTree(run.out());
    }

    private static JsonNode fidelity(String name, String... arguments) throws IOException {
        return json(PaperExperiments.ssdlab(
                        "explain",
                        name,
                        Stream.concat(Stream.of("--no-engine", "--json"), Stream.of(arguments))
                                .toArray(String[]::new)))
                .path("fidelity");
    }

    @Test
    void allAreValidWithoutDataAndWeights() {
        CliRun run = PaperExperiments.ssdlab(Stream.concat(
                Stream.of("validate"),
                Stream.concat(recipes().stream(), Stream.of("augmentation"))
                        .map(name -> "experiments/paper/" + name + ".yaml")));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out().lines()).hasSize(recipes().size() + 1).allMatch(line -> line.contains(": OK, "));
        assertThat(run.out())
                .contains("ssd300-coco.yaml: OK, 1 row, 8732 prior boxes")
                .contains("ssd512-coco.yaml: OK, 1 row, 24564 prior boxes");
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void eachIsAsPublished(String name) throws IOException {
        JsonNode fidelity = fidelity(name);

        assertThat(fidelity.path("recipe").asText()).isEqualTo(name);
        assertThat(fidelity.path("differences")).isEmpty();
        assertThat(fidelity.path("asPublished").asBoolean()).isTrue();
        assertThat(fidelity.path("published")).isNotEmpty();
        assertThat(fidelity.path("unavoidable")).isNotEmpty();
    }

    @Test
    void everyPublishedRecipeHasItsExperiment() throws IOException {
        JsonNode plugins = json(PaperExperiments.ssdlab(Stream.of("plugins", "--json")));

        assertThat(plugins.findValues("recipes").stream().flatMap(listed -> listed.findValuesAsText("name").stream()))
                .containsExactlyInAnyOrderElementsOf(recipes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training.initial-weights=~              | training.initial-weights",
                "training.augment.expansion={}           | training.augment.expansion",
                "training.augment.batch-sampler=off      | training.augment.batch-sampler",
                "training.augment.resize.interpolations=[linear] | training.augment.resize.interpolations",
                "training.use-difficult=no               | training.use-difficult",
                "training.batch=8                        | training.batch",
                "training.optimiser.bias-weight-decay-multiplier=1 | training.optimiser.bias-weight-decay-multiplier",
                "training.schedule.steps=[40000]         | training.schedule.steps",
                "training.matcher.ignore-cross-boundary=yes | training.matcher.ignore-cross-boundary",
                "training.loss.negatives-per-positive=5  | training.loss.negatives-per-positive",
                "model.backbone.atrous=no                | model.backbone.atrous",
                "model.preprocessing.scale=0.017         | model.preprocessing.scale",
                "model.priors.clip=yes                   | model.priors.clip",
                "model.without-sources=[1]               | model.without-sources",
                "detection.iou-threshold=0.5             | detection.iou-threshold",
                "metrics=[voc12]                         | metric",
                "dataset.test.year=2012                  | dataset.test.year"
            })
    void anyOtherSettingIsADifference(String set, String key) throws IOException {
        JsonNode fidelity = fidelity("ssd300-voc0712", "--set", set);

        assertThat(fidelity.path("asPublished").asBoolean()).isFalse();
        assertThat(fidelity.path("differences"))
                .singleElement()
                .satisfies(difference ->
                        assertThat(difference.path("key").asText()).isEqualTo(key));
    }

    @Test
    void explainTellsDifferencesAndWhatCannotBeHelped() {
        CliRun run = PaperExperiments.ssdlab("explain", "ssd300-voc0712", "--no-engine", "--set", "training.batch=8");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
        assertThat(run.out())
                .contains("\nfidelity: 1 setting differs from ssd300-voc0712\n")
                .contains("\n  training.batch  8  published: 32\n")
                .contains("\npublished mAP: 74.3\n")
                .contains("\nknown and unavoidable:\n  - The original spreads a batch of 32 over four GPUs");
        assertThat(PaperExperiments.ssdlab("explain", "ssd300-voc0712", "--no-engine")
                        .out())
                .contains("\nfidelity: as published (ssd300-voc0712, paper, Table 1 and section 3.1)\n");
    }

    @Test
    void theRowsOfTheAugmentationTableAreRevisionsOfThePaper() throws IOException {
        assertThat(fidelity("augmentation", "--row", "crop-and-colour")
                        .path("asPublished")
                        .asBoolean())
                .isTrue();
        assertThat(fidelity("augmentation", "--row", "expansion").path("recipe").asText())
                .isEqualTo("ssd300-voc0712-expansion");
        assertThat(fidelity("augmentation", "--row", "expansion")
                        .path("asPublished")
                        .asBoolean())
                .isTrue();
        assertThat(fidelity("augmentation", "--row", "flip-only")
                        .path("differences")
                        .findValuesAsText("key"))
                .containsExactly("training.augment.colour-distortion", "training.augment.batch-sampler");
    }
}
