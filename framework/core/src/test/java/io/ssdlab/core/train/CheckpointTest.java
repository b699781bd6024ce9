package io.ssdlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.TinyBackbone;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
final class CheckpointTest {

    @Test
    void whatIsReadBackIsBitwiseWhatWasWritten() throws IOException {
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork written = network(manager, 2, 1);
            Sgd optimiser = optimiser(written, manager);
            optimiser.velocities().values().forEach(velocity -> velocity.addi(0.123f));
            byte[] bytes = write(written, optimiser, manager, 41);

            DetectorNetwork read = network(manager, 2, 99);
            Sgd resumed = optimiser(read, manager);
            int iteration =
                    new Checkpoint(read, manager).read(resumed.velocities(), new ByteArrayInputStream(bytes), "test");

            assertThat(iteration).isEqualTo(41);
            assertThat(written.tensors()).isNotEmpty().allSatisfy((name, rows) -> {
                NDArray value = read.parameters().get(rows.parameter()).getArray();
                assertThat(rows.read(value))
                        .isEqualTo(rows.read(
                                written.parameters().get(rows.parameter()).getArray()));
                assertThat(rows.read(resumed.velocities().get(rows.parameter())))
                        .isEqualTo(rows.read(optimiser.velocities().get(rows.parameter())))
                        .contains(0.123f);
            });
        }
    }

    @Test
    void namesWhatDoesNotFit() throws IOException {
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork small = network(manager, 2, 1);
            byte[] bytes = write(small, optimiser(small, manager), manager, 3);
            DetectorNetwork large = network(manager, 30, 1);
            assertThatThrownBy(() -> new Checkpoint(large, manager)
                            .read(Map.of(), new ByteArrayInputStream(bytes), "weights.safetensors"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("weights.safetensors")
                    .hasMessageContaining("conv1_mbox_conf.weight")
                    .hasMessageContaining("conv1_mbox_conf.bias");
        }
    }

    private static byte[] write(DetectorNetwork network, Sgd optimiser, NDManager manager, int iteration)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Checkpoint(network, manager).write(optimiser.velocities(), iteration, out);
        return out.toByteArray();
    }

    private static Sgd optimiser(DetectorNetwork network, NDManager manager) {
        return new Sgd(network.parameters(), manager, 0.9, 0.0005, new ParameterMultipliers(2, 0, 1));
    }

    private static DetectorNetwork network(NDManager manager, int classes, long seed) {
        TinyBackbone backbone = new TinyBackbone();
        DetectorLayout layout = DetectorLayout.of(
                backbone,
                (sources, input) -> {
                    List<PriorLayer> layers = sources.stream()
                            .map(source -> new PriorLayer(source.name(), source.rows(), source.columns(), 1))
                            .toList();
                    return PriorBoxes.ofCorners(
                            layers, new float[4 * layers.get(0).boxes()], PriorBoxes.Variances.ORIGINAL);
                },
                new InputSize(16, 16),
                Set.of());
        return DetectorNetwork.create(backbone, layout, classes, manager, new SplittableRandom(seed));
    }
}
