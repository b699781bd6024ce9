package io.ssdlab.weights;

import static io.ssdlab.weights.HdfBytes.dataset;
import static org.assertj.core.api.Assertions.assertThat;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KerasReaderTest {

    /** As {@code save_weights} of Keras 2 names its groups. */
    private static final HdfBytes.Group WEIGHTS = new HdfBytes.Group(Map.of(
            "block1_conv1",
            new HdfBytes.Group(Map.of(
                    "block1_conv1",
                    new HdfBytes.Group(Map.of(
                            "kernel:0", dataset(List.of(1L, 1L, 2L, 2L), 1f, 2f, 3f, 4f),
                            "bias:0", dataset(List.of(2L), -1f, 0.5f))))),
            "scale",
            dataset(List.of(), 20f)));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("weights");
    }

    @Test
    void readsFilesAsH5pyWritesThem() throws IOException {
        Files.write(file, HdfBytes.file(WEIGHTS));
        try (TensorFile opened = TensorFiles.open(file)) {
            assertThat(opened.format()).isEqualTo("keras-h5");
            assertThat(opened.tensors().values())
                    .containsExactly(
                            new TensorInfo("block1_conv1/block1_conv1/bias:0", List.of(2), ElementType.FLOAT32),
                            new TensorInfo(
                                    "block1_conv1/block1_conv1/kernel:0", List.of(1, 1, 2, 2), ElementType.FLOAT32),
                            new TensorInfo("scale", List.of(), ElementType.FLOAT32));
            assertThat(opened.read("block1_conv1/block1_conv1/kernel:0")).containsExactly(1, 2, 3, 4);
            assertThat(opened.read("block1_conv1/block1_conv1/bias:0")).containsExactly(-1, 0.5f);
            assertThat(opened.read("scale")).containsExactly(20);
        }
        try (HdfFile other = new HdfFile(file)) {
            assertThat(other.getDatasetByPath("block1_conv1/block1_conv1/bias:0")
                            .getData())
                    .as("what jHDF alone reads")
                    .isEqualTo(new float[] {-1, 0.5f});
        }
    }

    @Test
    void readsFilesOfTheFormThatJhdfWrites() {
        try (WritableHdfFile out = HdfFile.write(file)) {
            out.putAttribute("backend", "tensorflow");
            WritableGroup layer = out.putGroup("model_weights").putGroup("block1_conv1");
            layer.putAttribute("weight_names", new String[] {"block1_conv1_W_1:0"});
            layer.putDataset("block1_conv1_W_1:0", new float[][] {{1, 2, 3}, {4, 5, 6}});
            layer.putDataset("doubles", new double[] {0.1});
            layer.putDataset("bytes", new byte[] {-1, 3});
            layer.putDataset("iterations", 7L);
            layer.putDataset("text", "left out");
        }
        try (TensorFile opened = TensorFiles.open(file)) {
            String group = "model_weights/block1_conv1/";
            assertThat(opened.tensors().values())
                    .containsExactlyInAnyOrder(
                            new TensorInfo(group + "block1_conv1_W_1:0", List.of(2, 3), ElementType.FLOAT32),
                            new TensorInfo(group + "doubles", List.of(1), ElementType.FLOAT64),
                            new TensorInfo(group + "bytes", List.of(2), ElementType.INT8),
                            new TensorInfo(group + "iterations", List.of(), ElementType.INT64));
            assertThat(opened.read(group + "block1_conv1_W_1:0")).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(opened.read(group + "doubles")).containsExactly(0.1f);
            assertThat(opened.read(group + "bytes")).containsExactly(-1, 3);
            assertThat(opened.read(group + "iterations")).containsExactly(7);
        }
    }

    @Test
    void refusesShapesThatTheFileDoesNotHave() throws IOException {
        refused(Map.of("a", dataset(List.of(3L), 1f, 2f)), "needs 12 bytes, but has 8");
        refused(Map.of("a", dataset(List.of(1L << 30, 1L << 30), 1f)), "has the shape [1073741824, 1073741824]");
        refused(Map.of("a", dataset(List.of(1L << 60), 1f)), "no valid HDF5");
        refused(Map.of("a", dataset(List.of(1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L), 1f)), "has 9 axes");
    }

    @Test
    void refusesLinksAndCycles() throws IOException {
        refused(Map.of("a", new HdfBytes.Symbolic()), "'a' is a symbolic link");
        refused(Map.of("a", new HdfBytes.At(1L << 60)), "bytes at byte 1152921504606846976 are wanted");
        // The root group is the last to be written, so its header's address is that of a group of the same size.
        byte[] bytes = HdfBytes.file(new HdfBytes.Group(Map.of("a", new HdfBytes.At(0))));
        long root = bytes.length - 40L;
        refused(Map.of("a", new HdfBytes.At(root)), "the group 'a/' lies too deep or in several groups");
    }

    @Test
    void refusesATreeThatContainsItself() throws IOException {
        byte[] bytes = HdfBytes.file(WEIGHTS);
        int tree = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("TREE");
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(tree + 5, (byte) 1)
                .putLong(tree + 32, tree);
        Files.write(file, bytes);
        assertThat(Reading.problems(file))
                .singleElement()
                .asString()
                .containsAnyOf("an HDF5 structure that contains itself", "more than 16777216 bytes besides the data");
    }

    @Test
    void refusesAPlaceThatIsReferredToOverAndOver() throws IOException {
        Map<String, HdfBytes.Node> children = new HashMap<>();
        children.put("a", new HdfBytes.Dataset(List.of(2L), List.of(1f, 2f), 40_000));
        HdfBytes.At headerOfA = new HdfBytes.At(HdfBytes.FIRST + 2 * Float.BYTES);
        for (int i = 0; i < 100; i++) {
            children.put("b" + i, headerOfA);
        }
        Files.write(file, HdfBytes.file(new HdfBytes.Group(children)));
        assertThat(Reading.all(file))
                .as("not yet too often")
                .hasSize(101)
                .allSatisfy((name, values) -> assertThat(values).containsExactly(1, 2));
        for (int i = 0; i < 500; i++) {
            children.put("b" + i, headerOfA);
        }
        refused(children, "more than 16777216 bytes besides the data");
    }

    private void refused(Map<String, HdfBytes.Node> children, String what) throws IOException {
        Files.write(file, HdfBytes.file(new HdfBytes.Group(children)));
        assertThat(Reading.problems(file)).singleElement().asString().contains(what);
    }

    @Test
    void refusesAFileThatIsCutOff() throws IOException {
        byte[] whole = HdfBytes.file(WEIGHTS);
        for (int length = 8; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(Reading.problems(file)).isNotEmpty();
        }
    }

    @Test
    void readsOrRefusesDamagedFiles() throws IOException {
        Files.write(file, HdfBytes.file(WEIGHTS));
        Reading.damage(file, file, 1, 1000);
    }
}
