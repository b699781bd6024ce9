package io.ssdlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import io.ssdlab.core.data.GridPriors;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.ParameterRows;
import io.ssdlab.core.model.TinyBackbone;
import io.ssdlab.core.weights.ImportedWeights;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.Preprocessing.ChannelOrder;
import io.ssdlab.spi.weights.HostTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights whose file says of which classes and of what pixels they are. */
@Tag("engine")
class ImportedInitialWeightsTest {

    private static final int CHANNELS = 16;

    /** Values of a filter of the heads: 3 x 3 cells of each channel. */
    private static final int ROW = CHANNELS * 9;

    private static final List<String> CLASSES = List.of("dog", "unicorn", "sofa");
    private static final List<String> KNOWN = List.of("person", "couch", "cat", "dog");

    @TempDir
    private Path folder;

    private NDManager manager;
    private DetectorNetwork network;

    @BeforeEach
    void build() {
        manager = NDManager.newBaseManager();
        DetectorLayout layout =
                DetectorLayout.of(new TinyBackbone(), GridPriors.ofSide(0.3f), new InputSize(16, 16), Set.of());
        network = DetectorNetwork.create(new TinyBackbone(), layout, CLASSES.size(), manager, new SplittableRandom(1));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void classesTakeTheLogitsOfTheirNames() {
        float[] drawn = value("conv1_mbox_conf.weight");

        InitialWeights.Outcome outcome = start(HeadStart.BY_CLASS, whole(KNOWN));

        assertThat(outcome.drawn()).isEmpty();
        assertThat(outcome.left()).isEmpty();
        assertThat(outcome.unknownClasses()).containsExactly("unicorn");
        assertThat(value("conv1.weight")).containsOnly(0.5f);
        // Background, dog, the unicorn's as drawn, which is zero, couch.
        assertThat(value("conv1_mbox_conf.bias")).containsExactly(1, 5, 0, 3);
        float[] weights = value("conv1_mbox_conf.weight");
        assertThat(Arrays.copyOfRange(weights, 0, ROW)).containsOnly(1);
        assertThat(Arrays.copyOfRange(weights, ROW, 2 * ROW)).containsOnly(5);
        assertThat(Arrays.copyOfRange(weights, 2 * ROW, 3 * ROW))
                .isEqualTo(Arrays.copyOfRange(drawn, 2 * ROW, 3 * ROW))
                .doesNotContain(0);
        assertThat(Arrays.copyOfRange(weights, 3 * ROW, 4 * ROW)).containsOnly(3);
        assertThat(value("conv1_mbox_loc.weight")).containsOnly(0.25f);
    }

    @Test
    void theSameClassesInTheSameOrderAreTakenAsTheyAre() {
        InitialWeights.Outcome outcome = start(HeadStart.BY_CLASS, whole(List.of("dog", "unicorn", "couch")));

        assertThat(outcome.unknownClasses()).isEmpty();
        assertThat(value("conv1_mbox_conf.bias")).containsExactly(1, 2, 3, 4);
    }

    @Test
    void headsMayBeDrawnWhateverTheFileHas() {
        Map<String, float[]> drawn = values();

        InitialWeights.Outcome outcome = start(HeadStart.DRAWN, whole(KNOWN));

        assertThat(outcome.taken()).containsExactly("conv1.weight", "conv1.bias");
        assertThat(outcome.drawn())
                .containsExactlyInAnyOrder(
                        "conv1_mbox_loc.weight",
                        "conv1_mbox_loc.bias",
                        "conv1_mbox_conf.weight",
                        "conv1_mbox_conf.bias");
        assertThat(outcome.unknownClasses()).isEmpty();
        assertThat(value("conv1.bias")).containsOnly(0.5f);
        outcome.drawn().forEach(name -> assertThat(value(name)).as(name).isEqualTo(drawn.get(name)));
    }

    @Test
    void drawnHeadsDoNotMindHeadsOfOtherBoxes() throws IOException {
        Map<String, HostTensor> tensors = tensors(KNOWN.size(), 6, CHANNELS);

        assertThat(start(HeadStart.DRAWN, written(tensors, KNOWN)).taken())
                .containsExactly("conv1.weight", "conv1.bias");
    }

    @Test
    void aBackboneHasNoClasses() {
        Map<String, HostTensor> tensors = tensors(KNOWN.size(), 1, CHANNELS);
        tensors.keySet().removeIf(name -> name.contains("_mbox_"));

        InitialWeights.Outcome outcome = new InitialWeights(written(tensors, List.of()), HeadStart.BY_CLASS, Map.of())
                .into(network, CLASSES, ImportedWeights.PIXELS);

        assertThat(outcome.unknownClasses()).isEmpty();
        assertThat(outcome.drawn()).hasSize(4).allMatch(name -> name.startsWith("conv1_mbox_"));
    }

    /** A slip of the pen would draw the logits of a class that the weights know. */
    @Test
    void namesThatTheWeightsDoNotKnowAreRefused() {
        Path file = whole(KNOWN);

        assertThatThrownBy(() -> new InitialWeights(file, HeadStart.BY_CLASS, Map.of("sofa", "coach", "boat", "person"))
                        .into(network, CLASSES, ImportedWeights.PIXELS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("training.initial-classes calls sofa coach, which is no class of these weights")
                .hasMessageContaining("did you mean couch?")
                .hasMessageNotContaining("boat");
    }

    @Test
    void namesForABackboneAreRefused() {
        Map<String, HostTensor> tensors = tensors(KNOWN.size(), 1, CHANNELS);
        Path file = written(tensors, List.of());

        assertThatThrownBy(() -> start(HeadStart.BY_CLASS, file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the file names no classes: take training.initial-classes away");
    }

    @Test
    void tensorsThatTheNetworkHasNotAreTold() {
        Map<String, HostTensor> tensors = tensors(KNOWN.size(), 1, CHANNELS);
        tensors.put("conv9.weight", HostTensor.filled(1, 2));

        assertThat(start(HeadStart.BY_CLASS, written(tensors, KNOWN)).left()).containsExactly("conv9.weight");
    }

    @Test
    void otherPixelsAreRefusedWithWhatToSet() {
        Path file = whole(KNOWN);
        Preprocessing wanted = ImportedWeights.PIXELS;
        for (Preprocessing given : List.of(
                new Preprocessing(ChannelOrder.BGR, wanted.meanBlue(), wanted.meanGreen(), wanted.meanRed(), 0.5f),
                new Preprocessing(ChannelOrder.RGB, 104, wanted.meanGreen(), wanted.meanRed(), 0.5f),
                new Preprocessing(ChannelOrder.RGB, wanted.meanBlue(), 117, wanted.meanRed(), 0.5f),
                new Preprocessing(ChannelOrder.RGB, wanted.meanBlue(), wanted.meanGreen(), 123, 0.5f),
                new Preprocessing(ChannelOrder.RGB, wanted.meanBlue(), wanted.meanGreen(), wanted.meanRed(), 1))) {
            assertThatThrownBy(() -> weights(file, HeadStart.BY_CLASS).into(network, CLASSES, given))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith(file + ": its weights want other pixels than model.preprocessing gives")
                    .hasMessageEndingWith(
                            "set model.preprocessing: {channel-order: rgb, mean: [103.5, 116.25, 123.75], scale: 0.5}");
        }
        assertThat(value("conv1.bias")).as("nothing is taken").containsOnly(0);
    }

    /** As settings of seven digits give it. */
    @Test
    void pixelsNeedNotBeTheSameToTheLastBit() {
        Preprocessing pixels = new Preprocessing(ChannelOrder.RGB, 103.50001f, 116.25f, 123.75f, 0.50000006f);

        assertThat(weights(whole(KNOWN), HeadStart.BY_CLASS)
                        .into(network, CLASSES, pixels)
                        .drawn())
                .isEmpty();
    }

    @Test
    void headsOfOtherBoxesAreRefusedWithAWayOut() {
        Path file = written(tensors(KNOWN.size(), 6, CHANNELS), KNOWN);

        assertThatThrownBy(() -> start(HeadStart.BY_CLASS, file))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.problems())
                                .hasSize(4)
                                .allSatisfy(problem -> assertThat(problem.remedy())
                                        .endsWith("draw the heads: training.initial-heads: drawn")))
                .hasMessageContaining("tensor conv1_mbox_loc.bias has shape (24), the network's has (4)")
                .hasMessageContaining(
                        "tensor conv1_mbox_conf.bias of shape [30] has 30 rows for 1 boxes a cell of 4 classes");
        assertThat(value("conv1.bias")).as("nothing is taken").containsOnly(0);
    }

    @Test
    void headsOverOtherMapsAreRefused() {
        for (int channels : new int[] {8, 32}) {
            Path file = written(tensors(KNOWN.size(), 1, channels), KNOWN);
            assertThatThrownBy(() -> start(HeadStart.BY_CLASS, file))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("conv1_mbox_loc.weight has shape (4, %d, 3, 3)".formatted(channels))
                    .hasMessageContaining("tensor conv1_mbox_conf.weight of shape [5, %d, 3, 3] has %d values a row"
                            .formatted(channels, 9 * channels))
                    .hasMessageContaining("training.initial-heads: drawn");
        }
    }

    /** Rows of as many values, laid out otherwise. */
    @Test
    void headsOfOtherKernelsAreRefused() {
        Map<String, HostTensor> tensors = tensors(KNOWN.size(), 1, CHANNELS);
        tensors.computeIfPresent("conv1_mbox_conf.weight", (name, weights) -> weights.reshaped(5, 9 * CHANNELS, 1, 1));
        assertThatThrownBy(() -> start(HeadStart.BY_CLASS, written(tensors, KNOWN)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("tensor conv1_mbox_conf.weight has shape (5, 144, 1, 1)");

        tensors.put("conv1_mbox_conf.weight", HostTensor.of(new float[1]));
        assertThatThrownBy(() -> start(HeadStart.BY_CLASS, written(tensors, KNOWN)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("tensor conv1_mbox_conf.weight of shape [] has 0 rows");
    }

    @Test
    void filesOfOtherToolsAreToBeImported() throws IOException {
        Files.write(folder.resolve("shard"), new byte[4 * CHANNELS]);
        Path model = Files.writeString(folder.resolve("model.json"), """
                {"modelTopology": {}, "weightsManifest": [{"paths": ["shard"], "weights":
                 [{"name": "conv1.bias", "shape": [16], "dtype": "float32"}]}]}
                """);

        assertThatThrownBy(() -> start(HeadStart.BY_CLASS, model))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is a file of tensorflow-js")
                .hasMessageContaining("ssdlab weights import");
    }

    private InitialWeights.Outcome start(HeadStart heads, Path file) {
        return weights(file, heads).into(network, CLASSES, ImportedWeights.PIXELS);
    }

    private static InitialWeights weights(Path file, HeadStart heads) {
        return new InitialWeights(file, heads, Map.of("sofa", "couch"));
    }

    private Path whole(List<String> classes) {
        return written(tensors(classes.size(), 1, CHANNELS), classes);
    }

    private Path written(Map<String, HostTensor> tensors, List<String> classes) {
        return ImportedWeights.write(folder.resolve("weights.safetensors"), tensors, ImportedWeights.note(classes));
    }

    /** In a row of logits the number of the logit, counted from 1. */
    private static Map<String, HostTensor> tensors(int classes, int boxes, int channels) {
        int logits = boxes * (1 + classes);
        float[] biases = new float[logits];
        float[] weights = new float[logits * channels * 9];
        for (int i = 0; i < weights.length; i++) {
            int logit = i / (channels * 9) % (1 + classes);
            weights[i] = 1 + logit;
            biases[i / (channels * 9)] = 1 + logit;
        }
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        tensors.put("conv1.weight", HostTensor.filled(0.5f, CHANNELS, 3, 4, 4));
        tensors.put("conv1.bias", HostTensor.filled(0.5f, CHANNELS));
        tensors.put("conv1_mbox_loc.weight", HostTensor.filled(0.25f, 4 * boxes, channels, 3, 3));
        tensors.put("conv1_mbox_loc.bias", HostTensor.filled(0.25f, 4 * boxes));
        tensors.put("conv1_mbox_conf.weight", HostTensor.of(weights, logits, channels, 3, 3));
        tensors.put("conv1_mbox_conf.bias", HostTensor.of(biases, logits));
        return tensors;
    }

    private Map<String, float[]> values() {
        Map<String, float[]> values = new LinkedHashMap<>();
        network.tensors().keySet().forEach(name -> values.put(name, value(name)));
        return values;
    }

    private float[] value(String tensor) {
        ParameterRows rows = network.tensors().get(tensor);
        return rows.read(network.parameters().get(rows.parameter()).getArray());
    }
}
