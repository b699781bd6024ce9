package io.ssdlab.cli.weights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.cli.CliRun;
import io.ssdlab.core.weights.WeightsFile;
import io.ssdlab.spi.weights.TensorRule;
import io.ssdlab.spi.weights.WeightsConversion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ssdlab weights}, with no engine at hand. */
class WeightsCommandTest {

    private static final InstalledWeights WEIGHTS = new InstalledWeights();
    private static final WeightsConversion CONVERSION = WEIGHTS.named(InstalledWeights.SSDLITE);
    private static final String BOX_BIASES = "BoxPredictor_0/BoxEncodingPredictor/biases";
    private static final String FACTOR =
            "FeatureExtractor/MobilenetV2/expanded_conv_3/depthwise/BatchNorm/batchnorm/mul";

    @TempDir
    private Path folder;

    private TensorFlowJsModel model;

    @BeforeEach
    void writeAModel() {
        model = TensorFlowJsModel.ssdLite(CONVERSION)
                .with("Preprocessor/mul/x", 1)
                .with("Own/extra", 2);
        model.write(folder.resolve("theirs"));
    }

    private CliRun ssdlab(String... words) {
        return CliRun.in(
                folder, Stream.concat(Stream.of("weights"), Stream.of(words)).toArray(String[]::new));
    }

    private CliRun imported(String... more) {
        return ssdlab(Stream.concat(Stream.of("import", "theirs", "--as", InstalledWeights.SSDLITE), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void importsAModelAndTellsWhatIsLeft() {
        CliRun run = imported("--out", "new/ours.safetensors");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("new/ours.safetensors: %d tensors, "
                        .formatted(CONVERSION.rules().size()))
                .endsWith(" values; SSDLite MobileNetV2 on COCO, licence Apache-2.0\n");
        assertThat(run.err()).isEqualTo("left in the file: 1 tensor that these weights do not have: Own/extra\n");
        try (WeightsFile file = WeightsFile.open(folder.resolve("new/ours.safetensors"))) {
            assertThat(file.names())
                    .containsExactlyElementsOf(
                            CONVERSION.rules().stream().map(TensorRule::target).toList());
            float[] theirs = model.elements(BOX_BIASES);
            assertThat(file.read("expansion13_mbox_loc.bias").values())
                    .containsExactly(
                            theirs[1], theirs[0], theirs[3], theirs[2], theirs[5], theirs[4], theirs[7], theirs[6]);
            assertThat(file.read("features.4.conv.1.1.weight").values()).isEqualTo(model.elements(FACTOR));
            assertThat(file.shape("extra4_mbox_conf.weight")).contains(List.of(2 * 81, 2, 1, 1));
            assertThat(file.note().orElseThrow().sheet()).isEqualTo(CONVERSION.sheet());
            assertThat(file.note().orElseThrow().files().keySet())
                    .containsExactlyInAnyOrder("model.json", TensorFlowJsModel.SHARD);
        }
    }

    @Test
    void importingAgainGivesTheSameBytes() throws IOException {
        assertThat(imported().exitCode()).isZero();
        Path file = folder.resolve(InstalledWeights.SSDLITE + ".safetensors");
        byte[] first = Files.readAllBytes(file);

        CliRun again = ssdlab("import", "theirs/model.json", "--as", InstalledWeights.SSDLITE);

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void inspectTellsWhatAFileSaysAboutItself() {
        imported("--out", "ours.safetensors");

        CliRun run = ssdlab("inspect", "ours.safetensors");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("ours.safetensors: safetensors, %d tensors, "
                        .formatted(CONVERSION.rules().size()))
                .contains("\nwhat: SSDLite MobileNetV2 on COCO\n")
                .contains("\nlicence: Apache-2.0\n")
                .contains("\nimported: as ssdlite-mobilenet-v2-coco from tensorflow-js\n")
                .containsPattern("\nsha256 of model.json: [0-9a-f]{64}\n")
                .containsPattern("\nsha256 of group1-shard1of1.bin: [0-9a-f]{64}\n")
                .contains("\npixels: RGB, mean of blue, green, red 127.5, 127.5, 127.5, scale ")
                .contains("\nclasses: 80: person, bicycle, ")
                .containsPattern("\nexpansion13_mbox_loc.bias +8 +float32 +" + BOX_BIASES + "\n")
                .containsPattern("\nextra4_mbox_conf.weight +162 x 2 x 1 x 1 +float32 ");
    }

    @Test
    void inspectShowsFilesOfOtherToolsToo() throws IOException {
        CliRun text = ssdlab("inspect", "theirs");
        assertThat(text.out())
                .startsWith(
                        "theirs: tensorflow-js, %d tensors, %,d values\n".formatted(model.tensors(), model.values()))
                .containsPattern("\nOwn/extra +2 +float32");

        CliRun run = ssdlab("inspect", "--json", "theirs");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.path("format").asText()).isEqualTo("tensorflow-js");
        assertThat(json.path("values").asInt()).isEqualTo(model.values());
        assertThat(json.path("tensors")).hasSize(model.tensors());
        assertThat(json.path("tensors").findValuesAsText("name")).contains(BOX_BIASES, "Own/extra");
    }

    @Test
    void inspectGivesJsonWithTheMetadata() throws IOException {
        imported("--out", "ours.safetensors");

        JsonNode json = new ObjectMapper()
                .readTree(ssdlab("inspect", "ours.safetensors", "--json").out());

        assertThat(json.path("metadata").path("ssdlab.conversion").asText()).isEqualTo(InstalledWeights.SSDLITE);
        assertThat(json.path("metadata").path("ssdlab.checksum").asText()).matches("[0-9a-f]{64}");
        assertThat(json.path("tensors"))
                .filteredOn(tensor -> tensor.path("name").asText().equals("expansion13_mbox_loc.weight"))
                .singleElement()
                .satisfies(tensor -> assertThat(tensor.path("shape").toString()).isEqualTo("[8,2,1,1]"));
    }

    @Test
    void listNamesAllWithFormatAndClasses() {
        CliRun run = ssdlab("list");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(1 + WEIGHTS.names().size());
        assertThat(run.out())
                .containsPattern("ssdlite-mobilenet-v2-coco +tensorflow-js +80 +SSDLite MobileNetV2 on COCO\n")
                .containsPattern("vgg16-reduced-mxnet +mxnet +- +VGG16 on ImageNet")
                .containsPattern("ssd300-voc-caffe +caffe +20 +SSD300 on VOC2007 and VOC2012");
    }

    @Test
    void anUnknownNameIsToldWithTheNearest() {
        assertRefused(
                ssdlab("import", "theirs", "--as", "ssdlite-mobilenet-v2-coc"),
                "--as",
                "ssdlite-mobilenet-v2-coc",
                "did you mean ssdlite-mobilenet-v2-coco?");
        assertRefused(ssdlab("import", "theirs"), "--as");
    }

    @Test
    void everyMissingTensorIsNamedAndNothingWritten() {
        model.without(BOX_BIASES).without(FACTOR).write(folder.resolve("theirs"));

        assertRefused(
                imported("--out", "ours.safetensors"),
                "ssdlab: theirs: has no tensor " + FACTOR,
                "ssdlab: theirs: has no tensor " + BOX_BIASES,
                "it has BoxPredictor_1/BoxEncodingPredictor/biases, ");
        assertThat(folder.resolve("ours.safetensors")).doesNotExist();
    }

    @Test
    void whatIsReadIsNotWrittenOver() throws IOException {
        Path shard = folder.resolve("theirs").resolve(TensorFlowJsModel.SHARD);
        byte[] before = Files.readAllBytes(shard);

        assertRefused(
                imported("--out", "theirs/" + TensorFlowJsModel.SHARD), "is the file that is to be read", "--out");
        assertThat(shard).hasBinaryContent(before);
    }

    @Test
    void tensorsOfAnotherNetworkAreRefused() {
        model.with(BOX_BIASES, 7).with(FACTOR, 1, 2).write(folder.resolve("theirs"));

        assertRefused(
                imported(),
                "tensor " + BOX_BIASES + " of shape [7] cannot become expansion13_mbox_loc.bias:"
                        + " expected 4 filters for each box, not 7");
    }

    @Test
    void whatIsNoFileOfWeightsIsRefused() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "Nothing to see here.");
        Files.createDirectories(folder.resolve("empty"));

        for (String file : List.of("notes.txt", "gone.safetensors", "empty")) {
            assertRefused(ssdlab("import", file, "--as", InstalledWeights.SSDLITE), file);
            assertRefused(ssdlab("inspect", file), file);
        }
    }

    @Test
    void aTruncatedShardIsRefused() throws IOException {
        Path shard = folder.resolve("theirs").resolve(TensorFlowJsModel.SHARD);
        byte[] whole = Files.readAllBytes(shard);
        Files.write(shard, Arrays.copyOf(whole, whole.length - 3));

        assertRefused(imported(), "theirs", "bytes");
        assertRefused(ssdlab("inspect", "theirs"), "theirs", "bytes");
    }

    @Test
    void anotherFormatIsRefused() {
        imported("--out", "ours.safetensors");

        assertRefused(
                ssdlab("import", "ours.safetensors", "--as", InstalledWeights.SSDLITE),
                "ssdlab: ours.safetensors: is a file of safetensors, not of tensorflow-js");
    }

    @Test
    void oneChangedByteIsFoundByTheChecksum() throws IOException {
        imported("--out", "ours.safetensors");
        Path file = folder.resolve("ours.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 100] ^= 4;
        Files.write(file, bytes);

        assertRefused(ssdlab("inspect", "ours.safetensors"), "SHA-256", "the file is damaged");
        assertRefused(
                CliRun.in(folder, "detect", "--weights", "ours.safetensors", "gone.jpg"),
                "SHA-256",
                "the file is damaged");
    }

    private static void assertRefused(CliRun run, String... named) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(named).doesNotContain("\tat ");
    }
}
