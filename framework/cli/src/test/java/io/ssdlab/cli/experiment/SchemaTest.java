package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema and {@code ssdlab validate} agree on what is right and what is wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaTest {

    private static final Path CHECKOUT =
            Path.of("").toAbsolutePath().resolve("../..").normalize();

    private final Path folder = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");
    private final EditorView editor = EditorView.ofThisInstallation(folder);

    static List<Path> experiments() throws IOException {
        return yamlBelow(CHECKOUT.resolve("experiments")).stream()
                // Numbers, not an experiment.
                .filter(file -> !file.endsWith("published.yaml"))
                .toList();
    }

    static List<Path> variantsAndRecipes() throws IOException {
        return Stream.concat(
                        yamlBelow(CHECKOUT.resolve("plugins/ssd-variants/src/main/resources")).stream(),
                        yamlBelow(CHECKOUT.resolve("plugins/ssd/src/main/resources")).stream())
                .toList();
    }

    private static List<Path> yamlBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void allowsEveryExperimentOfTheCheckout(Path file) {
        assertThat(editor.problems(new YamlReader().read(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("variantsAndRecipes")
    void allowsTheSettingsOfEveryVariantAndRecipe(Path file) {
        ConfigNode tree = new YamlReader().read(file);
        ConfigNode settings =
                tree.given("change").or(() -> tree.given("settings")).orElseThrow();

        assertThat(editor.problems(settings)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "training.batch=${loader.prefetch}",
                "training.use-difficult=off",
                "training.matcher=bipartite-iou",
                "training.matcher={use: \"${description}\"}",
                "training.augment.resize=off",
                "training.augment=[resize, {use: horizontal-flip, probability: 0.3}]",
                "training.augment.more={use: horizontal-flip}",
                "model.preprocessing.channel-order=RGB",
                "model.box-coding=corner_size",
                "model.priors.aspect-ratios.1=[2]",
                "model.backbone={extras: [16, 32]}",
                "dataset.train=[{use: voc, folder: a, split: b}, {use: shapes, split: train}]",
                "seeds=[3, 4]",
                "name=2007",
                "loader=~",
                "device=cpu",
                "engine=pytorch",
                "metrics=[{use: voc07, iou-threshold: 0.75}, voc12]",
            })
    void allowsWhatValidateAllows(String set) {
        TinyExperiment.in(folder, TinyExperiment.VOC, "description: bipartite-iou");

        CliRun run = CliRun.in(folder, "validate", "tiny.yaml", "--set", set);

        assertThat(run.err()).isEmpty();
        assertThat(editor.problems(nested(set))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "training.itterations=5",
                "training.batch=0",
                "training.batch=1.5",
                "training.batch=many",
                "training.batch=[1]",
                "training=5",
                "training.optimiser.learning-rate=0",
                "training.use-difficult=maybe",
                "training.matcher=bipartit-iou",
                "training.matcher={use: bipartit-iou}",
                "training.matcher.treshold=0.4",
                "training.matcher={use: bipartite-iou, extras: 3}",
                "training.augment.resize=soft",
                "training.augment.horizontal-flip.probability=2",
                "training.augment.horizontal-flip.chance=1",
                "training.augment=resize",
                "model.preprocessing.channel-order=brg",
                "model.priors.aspect-ratios=2",
                "model.priors.aspect-ratios=[[2], [two]]",
                "dataset.train=[{use: voc, folder: a}]",
                "dataset.train=[{folder: a, split: b}]",
                "dataset.train={use: voc, splitt: b}",
                "dataset.trian={use: shapes}",
                "recipe=ssd300-voc0713",
                "metrics=[voc70]",
                "seeds=1",
                "table={rows: {label: a}}",
                "table={colums: [boxes], rows: [{label: a}]}",
                "table={factors: {x: {with: no-38x83}}, rows: [{x: yes}]}",
                "table={factors: {x: {whit: no-38x38}}, rows: [{x: yes}]}",
                "table={rows: [{label: a, change: {training: {batsh: 3}}}]}",
                "table={rows: [{label: a, reference: perhaps}]}",
                "table={rows: [{label: a, published: {mAP: high}}]}",
            })
    void refusesWhatValidateRefuses(String set) {
        TinyExperiment.in(folder, TinyExperiment.VOC);

        assertThat(CliRun.in(folder, "validate", "tiny.yaml", "--set", set).exitCode())
                .isEqualTo(2);
        assertThat(editor.problems(nested(set))).isNotEmpty();
    }

    /** {@code a.b=c} as a file would give it. */
    private static String nested(String set) {
        int equals = set.indexOf('=');
        String[] keys = set.substring(0, equals).split("\\.");
        String value = set.substring(equals + 1);
        String quoted = value.startsWith("$") ? "\"" + value + "\"" : value;
        return "{" + String.join(": {", keys) + ": " + quoted + "}".repeat(keys.length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "experiment:seeds | /default | [1]",
                "experiment:seeds | /description | \"One run for each seed.\"",
                "experiment:training | /properties/batch | {\"type\":[\"integer\",\"string\",\"null\"],"
                        + "\"pattern\":\"\\\\$\\\\{\",\"patternErrorMessage\":\"expected a whole number, at least 1, at most"
                        + " 65536\",\"minimum\":1,\"maximum\":65536,\"description\":\"Images in a batch.\"}",
                "experiment:model | /properties/box-coding/anyOf/0 | {\"enum\":[\"centre-size\",\"corner\",\"corner-size\"]}",
                "matcher | /anyOf/2 | {\"$ref\":\"#/definitions/matcher:bipartite-iou\"}",
                "matcher:bipartite-iou | /properties/use/const | \"bipartite-iou\"",
                "matcher:bipartite-iou | /additionalProperties | false",
                "matcher:bipartite-iou | /properties/threshold/default | 0.5",
                "loss.item | /anyOf/1/allOf/1 | {\"required\":[\"use\"]}",
                "dataset.item | /anyOf/4/allOf/1 | {\"required\":[\"use\",\"folder\",\"split\"]}",
            })
    void describesComponentsAndTheirSettings(String definition, String pointer, String expected) {
        JsonNode described = editor.document().path("definitions").path(definition);

        assertThat(described.at(pointer)).hasToString(expected);
    }

    @Test
    void isWrittenToAFile() throws IOException {
        CliRun run = CliRun.in(folder, "schema", "--out", "editor/experiment.json");

        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("ssdlab: wrote editor/experiment.json\n");
        assertThat(Files.readString(folder.resolve("editor/experiment.json")))
                .isEqualTo(CliRun.in(folder, "schema").out());
    }
}
