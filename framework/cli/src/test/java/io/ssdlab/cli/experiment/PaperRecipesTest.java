package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                Stream.of("validate"), recipes().stream().map(name -> "experiments/paper/" + name + ".yaml")));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out().lines()).hasSize(recipes().size()).allMatch(line -> line.contains(": OK, "));
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

    @Test
    void everyOtherSettingIsADifference() throws IOException {
        Map<String, String> others = new LinkedHashMap<>();
        others.put("dataset.test.limit", "10");
        others.put("dataset.test.year", "2012");
        others.put("detection.iou-threshold", "0.5");
        others.put("metric", "voc12");
        others.put("model.backbone.atrous", "no");
        others.put("model.box-coding", "corner");
        others.put("model.preprocessing.scale", "0.017");
        others.put("model.priors.clip", "yes");
        others.put("model.priors.larger-squares", "no");
        others.put("model.priors.stacking", "[[2], [1], [3], [4], [5], [6]]");
        others.put("model.without-sources", "[1]");
        others.put("training.augment.expansion", "{}");
        others.put("training.augment.batch-sampler", "off");
        others.put("training.augment.resize.interpolations", "[linear]");
        others.put("training.batch", "8");
        others.put("training.initial-weights", "~");
        others.put("training.loss.negatives-per-positive", "5");
        others.put("training.matcher.ignore-cross-boundary", "yes");
        others.put("training.optimiser.bias-weight-decay-multiplier", "1");
        others.put("training.schedule.steps", "[40000]");
        others.put("training.use-difficult", "no");
        String[] sets = others.entrySet().stream()
                .map(other ->
                        other.getKey().equals("metric") ? "metrics=[voc12]" : other.getKey() + "=" + other.getValue())
                .flatMap(set -> Stream.of("--set", set))
                .toArray(String[]::new);

        JsonNode fidelity = fidelity("ssd300-voc0712", sets);

        assertThat(fidelity.path("asPublished").asBoolean()).isFalse();
        assertThat(fidelity.path("differences").findValuesAsText("key"))
                .containsExactlyInAnyOrderElementsOf(others.keySet());
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
        assertThat(fidelity("tables/augmentation", "--row", "crop-and-colour")
                        .path("asPublished")
                        .asBoolean())
                .isTrue();
        JsonNode expansion = fidelity("tables/augmentation", "--row", "expansion");
        assertThat(expansion.path("recipe").asText()).isEqualTo("ssd300-voc0712-expansion");
        assertThat(expansion.path("asPublished").asBoolean()).isTrue();
        assertThat(fidelity("tables/augmentation", "--row", "flip-only")
                        .path("differences")
                        .findValuesAsText("key"))
                .containsExactly("training.augment.colour-distortion", "training.augment.batch-sampler");
    }
}
