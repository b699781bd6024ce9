package io.ssdlab.cli.weights;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.cli.CliRun;
import io.ssdlab.core.data.image.ImageEncoder;
import io.ssdlab.core.experiment.ModelComponents;
import io.ssdlab.core.experiment.ModelSettings;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.weights.WeightsImport;
import io.ssdlab.core.weights.WeightsNote;
import io.ssdlab.core.weights.WeightsWriter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.weights.HostTensor;
import io.ssdlab.spi.weights.WeightsSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** SSDLite as an import leaves it, with drawn weights: detecting, and an experiment that trains nothing. */
@Tag("engine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportedDetectorTest {

    private static final InstalledWeights WEIGHTS = new InstalledWeights();
    private static final WeightsSheet SHEET =
            WEIGHTS.named(InstalledWeights.SSDLITE).sheet();

    private static final String CLASSES = "checker: chair, crescent: banana, cross: kite, disc: frisbee, ring: donut,"
            + " star: cat, stripes: zebra, triangle: pizza";

    private Path folder;

    @BeforeAll
    void writeFiles(@TempDir Path temporary) throws IOException {
        folder = temporary;
        write("ours.safetensors", InstalledWeights.SSDLITE, SHEET, drawn());
        write(
                "backbone.safetensors",
                "vgg16-keras",
                WEIGHTS.named("vgg16-keras").sheet(),
                Map.of("conv1_1.bias", HostTensor.filled(0, 64)));
        byte[] pixels = new byte[3 * 80 * 60];
        new SplittableRandom(3).nextBytes(pixels);
        Files.write(folder.resolve("photo.png"), new ImageEncoder().png(new Image(80, 60, pixels)));
        Files.writeString(folder.resolve("pretrained.yaml"), """
                name: pretrained
                %s
                training:
                  matcher: bipartite-iou
                  loss: multibox
                  batch: 2
                  iterations: 0
                  initial-weights: ours.safetensors
                  initial-classes: {%s}
                  optimiser: {learning-rate: 0.001}
                dataset:
                  train: {use: shapes, split: train, train-images: 2, test-images: 3, image-size: 96}
                  test: {use: shapes, split: test, train-images: 2, test-images: 3, image-size: 96}
                metrics: [voc07]
                """.formatted(SHEET.settings(), CLASSES));
    }

    private void write(String file, String conversion, WeightsSheet sheet, Map<String, HostTensor> tensors) {
        new WeightsWriter(folder.resolve(file))
                .write(
                        new WeightsImport(tensors, Map.of(), List.of()),
                        new WeightsNote(conversion, sheet, Map.of(), Map.of()));
    }

    /** The tensors of a new network, as they are drawn. */
    private static Map<String, HostTensor> drawn() {
        ModelSettings model = WEIGHTS.settings(InstalledWeights.SSDLITE).model();
        ModelComponents components = ModelComponents.of(WEIGHTS.plugins(), model);
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork network = DetectorNetwork.create(
                    components.backbone(),
                    components.layout(model),
                    SHEET.classes().size(),
                    manager,
                    new SplittableRandom(5));
            network.tensors().forEach((name, rows) -> {
                NDArray whole = network.parameters().get(rows.parameter()).getArray();
                int[] shape = Arrays.stream(rows.shape(whole.getShape()).getShape())
                        .mapToInt(Math::toIntExact)
                        .toArray();
                tensors.put(name, HostTensor.of(rows.read(whole), shape));
            });
        }
        return tensors;
    }

    private CliRun ssdlab(String... words) {
        return CliRun.in(
                folder,
                Stream.concat(Stream.of(words), Stream.of("--engine", Engine.getDefaultEngineName()))
                        .toArray(String[]::new));
    }

    @Test
    void detectsWithAFileAlone() throws IOException {
        CliRun run =
                ssdlab("detect", "--weights", "ours.safetensors", "--threshold", "0.3", "--out", "found", "photo.png");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("found/photo.png")).isNotEmptyFile();
        assertThat(folder.resolve("found/images.json")).isNotEmptyFile();
        JsonNode detections = new ObjectMapper()
                .readTree(folder.resolve("found/detections.json").toFile());
        assertThat(detections).isNotEmpty().allSatisfy(detection -> {
            assertThat(detection.path("score").floatValue()).isBetween(0.3f, 1f);
            assertThat(detection.path("category_id").intValue()).isBetween(1, 80);
        });
        List<String> rows = Files.readAllLines(folder.resolve("found/detections.csv"));
        assertThat(rows).hasSize(1 + detections.size());
        assertThat(rows.subList(1, rows.size()))
                .allSatisfy(row -> assertThat(row.split(",")[1]).isIn(SHEET.classes()));
    }

    @Test
    void aFileThatLacksATensorOfItsNetworkIsRefused() {
        Map<String, HostTensor> tensors = drawn();
        tensors.remove("extra1_2.weight");
        write("lacking.safetensors", InstalledWeights.SSDLITE, SHEET, tensors);

        assertRefused(
                ssdlab("detect", "--weights", "lacking.safetensors", "photo.png"),
                "lacking.safetensors: lacks the tensors [extra1_2.weight]");
    }

    @Test
    void aBackboneIsNoDetector() {
        assertRefused(
                ssdlab("detect", "--weights", "backbone.safetensors", "photo.png"),
                "backbone.safetensors: does not say what network and classes its weights are of");
    }

    @Test
    void settingsWithoutClassesAreNoDetector() {
        WeightsSheet nameless = new WeightsSheet(
                SHEET.title(),
                SHEET.source(),
                SHEET.licence(),
                SHEET.format(),
                SHEET.preprocessing(),
                List.of(),
                SHEET.settings());
        write("nameless.safetensors", InstalledWeights.SSDLITE, nameless, Map.of("x", HostTensor.filled(0, 1)));

        assertRefused(
                ssdlab("detect", "--weights", "nameless.safetensors", "photo.png"),
                "nameless.safetensors: does not say what network and classes its weights are of");
    }

    @Test
    void eitherWeightsOrARun() {
        assertRefused(
                ssdlab("detect", "--weights", "ours.safetensors", "--run", "abc", "photo.png"), "mutually exclusive");
        assertRefused(
                ssdlab("detect", "photo.png"),
                "ssdlab: --run: no detector is named\n    give --run RUN, or --weights FILE for imported weights\n");
    }

    @Test
    void anExperimentThatTrainsNothingIsScored() throws IOException {
        CliRun run = ssdlab("run", "pretrained.yaml");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("tensors from " + folder.resolve("ours.safetensors") + "; drawn: none\n")
                .contains("detect 3 of 3")
                .doesNotContain("do not know");
        Path stored;
        try (Stream<Path> runs = Files.list(folder.resolve("results/runs"))) {
            stored = runs.filter(path -> path.getFileName().toString().startsWith("pretrained-"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(stored.resolve("run.json")).isNotEmptyFile();
        try (Stream<Path> files = Files.list(stored.resolve("checkpoints"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("000000000.checkpoint", "000000000.sha256");
        }
        CliRun table = ssdlab("table", "pretrained.yaml");
        assertThat(table.exitCode()).as(table.err()).isZero();
        assertThat(table.out()).containsPattern("\\| pretrained +\\| +1917 \\| +[0-9]+\\.[0-9]+ \\|");

        CliRun detect = CliRun.in(
                folder,
                "detect",
                "--run",
                stored.getFileName().toString(),
                "--threshold",
                "0.3",
                "--out",
                "of-run",
                "photo.png");
        assertThat(detect.exitCode()).as(detect.err()).isZero();
    }

    @Test
    void aClassThatTheWeightsLackIsRefused() {
        CliRun run =
                ssdlab("run", "pretrained.yaml", "--results", "lacking", "--set", "training.initial-classes.star=star");

        assertRefused(run, "calls star star, which is no class of these weights");

        run = ssdlab("run", "pretrained.yaml", "--results", "lacking", "--set", "training.initial-classes=~");

        assertRefused(
                run, "ours.safetensors: nothing is trained, and the weights lack the classes [checker, crescent,");
        assertThat(run.err()).contains("name the classes in training.initial-classes");
    }

    private static void assertRefused(CliRun run, String... named) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(named).doesNotContain("\tat ");
    }
}
