package io.ssdlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.TinyBackbone;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("engine")
class InitialWeightsTest {

    private static final List<String> CLASSES = List.of("dog", "sofa");
    private static final Preprocessing PIXELS = new Preprocessing(Preprocessing.ChannelOrder.BGR, 104, 117, 123, 1);

    @TempDir
    private Path folder;

    private NDManager manager;
    private DetectorNetwork network;

    @BeforeEach
    void build() {
        manager = NDManager.newBaseManager();
        DetectorLayout layout = DetectorLayout.of(
                new TinyBackbone(),
                (sources, input) -> {
                    PriorLayer layer = new PriorLayer("conv1", 4, 4, 1);
                    return PriorBoxes.ofCorners(
                            List.of(layer), new float[4 * layer.boxes()], PriorBoxes.Variances.ORIGINAL);
                },
                new InputSize(16, 16),
                Set.of());
        network = DetectorNetwork.create(new TinyBackbone(), layout, 2, manager, new SplittableRandom(1));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void takesWhatTheFileHasAndLeavesTheRestAsDrawn() throws IOException {
        float[] drawn = value("conv1_mbox_loc.weight");
        Path file = write(tensor("conv1.bias", 16), tensor("conv1_mbox_conf.bias", 3), tensor("conv99.weight", 5));

        InitialWeights.Outcome outcome = start(file);

        assertThat(outcome.taken()).containsExactly("conv1.bias", "conv1_mbox_conf.bias");
        assertThat(outcome.drawn()).contains("conv1.weight", "conv1_mbox_loc.weight", "conv1_mbox_loc.bias");
        assertThat(value("conv1.bias")).containsOnly(0.5f);
        assertThat(value("conv1_mbox_conf.bias")).containsOnly(0.5f);
        assertThat(value("conv1_mbox_loc.bias")).containsOnly(0);
        assertThat(value("conv1_mbox_loc.weight")).isEqualTo(drawn);
    }

    @Test
    void startsFromACheckpoint() throws IOException {
        Path file = folder.resolve("checkpoint");
        Sgd sgd = new Sgd(network.parameters(), manager, 0.9, 0, new ParameterMultipliers(1, 1, 1));
        try (OutputStream out = Files.newOutputStream(file)) {
            new Checkpoint(network, manager).write(sgd.velocities(), 7, out);
        }
        assertThat(start(file).drawn()).isEmpty();
    }

    @Test
    void refusesAnotherShapeAndTakesNothing() throws IOException {
        Path file = write(tensor("conv1.bias", 16), tensor("conv1_mbox_conf.bias", 63));
        assertThatThrownBy(() -> start(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("conv1_mbox_conf.bias")
                .hasMessageContaining("(63)")
                .hasMessageContaining("(3)");
        assertThat(value("conv1.bias")).containsOnly(0);
    }

    @Test
    void refusesAnotherTypeThanFloats() throws IOException {
        NDArray numbers = manager.create(new int[16]);
        numbers.setName("conv1.bias");
        Path file = write(numbers);
        assertThatThrownBy(() -> start(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("tensor conv1.bias does not hold floats");
    }

    @Test
    void takesHalfPrecision() throws IOException {
        NDArray halves = tensor("conv1.bias", 16).toType(DataType.FLOAT16, true);
        halves.setName("conv1.bias");
        start(write(halves));
        assertThat(value("conv1.bias")).containsOnly(0.5f);
    }

    @Test
    void refusesAFileWithNothingForTheNetwork() throws IOException {
        Path file = write(tensor("features.0.weight", 3));
        assertThatThrownBy(() -> start(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none of its 1 tensors")
                .hasMessageContaining("conv1_1.weight");
    }

    @Test
    void refusesWhatIsNoSafetensorsFile() throws IOException {
        byte[] whole = Files.readAllBytes(write(tensor("conv1.bias", 16)));
        byte[] hugeHeader = whole.clone();
        ByteBuffer.wrap(hugeHeader).order(ByteOrder.LITTLE_ENDIAN).putLong(Integer.MAX_VALUE);
        byte[] brokenHeader = whole.clone();
        brokenHeader[9] = '!';
        for (byte[] bytes : List.of(
                new byte[0],
                "PK\3\4 is a zip".getBytes(StandardCharsets.ISO_8859_1),
                hugeHeader,
                brokenHeader,
                Arrays.copyOf(whole, 60))) {
            Path file = Files.write(folder.resolve("damaged"), bytes);
            assertThatThrownBy(() -> start(file))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertThatThrownBy(() -> InitialWeights.requireFile(folder.resolve("none")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none")
                .hasMessageContaining("--set training.initial-weights=");
        assertThatThrownBy(() -> InitialWeights.requireFile(folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is a folder")
                .hasMessageContaining("ssdlab weights import");
    }

    private InitialWeights.Outcome start(Path file) {
        return weights(file).into(network, CLASSES, PIXELS);
    }

    private static InitialWeights weights(Path file) {
        return new InitialWeights(file, HeadStart.BY_CLASS, Map.of());
    }

    private float[] value(String tensor) {
        String parameter = network.tensors().get(tensor).parameter();
        return network.tensors()
                .get(tensor)
                .read(network.parameters().get(parameter).getArray());
    }

    private NDArray tensor(String name, int size) {
        NDArray array = manager.ones(new Shape(size)).mul(0.5f);
        array.setName(name);
        return array;
    }

    private Path write(NDArray... tensors) throws IOException {
        Path file = folder.resolve("weights.safetensors");
        try (OutputStream out = Files.newOutputStream(file)) {
            new NDList(tensors).encode(out, NDList.Encoding.SAFETENSORS);
        }
        return file;
    }
}
