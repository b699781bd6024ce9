package io.ssdlab.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.weights.HostTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFileTest {

    @TempDir
    private Path folder;

    private Path written() {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        tensors.put("conv1.weight", HostTensor.of(new float[] {1, -2, 3, -4}, 1, 2, 2, 1));
        tensors.put("conv1.bias", HostTensor.of(new float[] {0.5f}, 1));
        return ImportedWeights.write(
                folder.resolve("toy.safetensors"), tensors, ImportedWeights.note(List.of("dog", "cat")));
    }

    @Test
    void hasWhatAnImportWrote() {
        Path file = written();
        try (WeightsFile weights = WeightsFile.open(file)) {
            assertThat(weights.file()).isEqualTo(file);
            assertThat(weights.note()).contains(ImportedWeights.note(List.of("dog", "cat")));
            assertThat(weights.names()).containsExactly("conv1.weight", "conv1.bias");
            assertThat(weights.shape("conv1.weight")).contains(List.of(1, 2, 2, 1));
            assertThat(weights.shape("conv2.weight")).isEmpty();
            assertThat(weights.isFloating("conv1.bias")).isTrue();
            assertThat(weights.read("conv1.weight").shape()).containsExactly(1, 2, 2, 1);
            assertThat(weights.read("conv1.weight").values()).containsExactly(1, -2, 3, -4);
        }
    }

    @Test
    void writingAgainGivesTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(written());
        assertThat(Files.readAllBytes(written())).isEqualTo(first);
    }

    @Test
    void oneChangedByteOfTheDataIsFound() throws IOException {
        Path file = written();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 6] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> WeightsFile.open(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("SHA-256")
                .hasMessageContaining("the file is damaged");
    }

    @Test
    void filesOfOtherToolsAreToBeImported() throws IOException {
        Files.write(folder.resolve("shard"), new byte[8]);
        Path model = Files.writeString(folder.resolve("model.json"), """
                {"modelTopology": {}, "weightsManifest": [{"paths": ["shard"], "weights":
                 [{"name": "conv1.bias", "shape": [2], "dtype": "float32"}]}]}
                """);

        assertThatThrownBy(() -> WeightsFile.open(model))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is a file of tensorflow-js")
                .hasMessageContaining("ssdlab weights import FILE --as NAME");
    }
}
