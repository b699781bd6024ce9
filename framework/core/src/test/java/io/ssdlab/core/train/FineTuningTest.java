package io.ssdlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.ssdlab.core.data.GridPriors;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.HeadDesign;
import io.ssdlab.core.model.HeadType;
import io.ssdlab.core.model.NetworkDesign;
import io.ssdlab.core.model.NormalisedBackbone;
import io.ssdlab.core.weights.TensorPattern;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.training.Predictions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of frozen layers, frozen statistics and rates by group in training, and in checkpoints. */
@Tag("engine")
final class FineTuningTest {

    private static final int BATCH = 4;
    private static final double RATE = 0.01;
    private static final ParameterGroup STEM = group("stem", 1, 1, true, false, "conv1*");
    private static final ParameterGroup SECOND = group("second", 0.1, 1, false, true, "conv2.*", "conv2_bn*");

    @Test
    void frozenLayersStayBitForBitAndTheRestIsLearnt() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Trained frozen = new Trained(manager, 1, HeadType.SEPARABLE, STEM);
            Map<String, float[]> drawn = frozen.tensors();
            frozen.train(0, 4);

            frozen.tensors().forEach((name, values) -> {
                if (name.startsWith("conv1")) {
                    assertThat(values).as(name).isEqualTo(drawn.get(name));
                } else {
                    assertThat(values).as(name).isNotEqualTo(drawn.get(name));
                }
            });
            assertThat(frozen.optimiser.velocities().keySet())
                    .contains("conv2.weight", "conv2_bn.weight")
                    .noneMatch(name -> name.startsWith("conv1"));
            assertThat(frozen.network
                            .parameters()
                            .get("conv1.weight")
                            .getArray()
                            .hasGradient())
                    .isFalse();
        }
    }

    /** A group, and a part of the names of the tensors that are as drawn after training with it. */
    static Stream<Arguments> kept() {
        return Stream.of(
                Arguments.of(group("all", 1, 1, false, true, "*"), "_bn.running_"),
                Arguments.of(group("one layer", 1, 1, false, true, "conv2_bn.running_*"), "conv2_bn.running_"),
                Arguments.of(group("one layer", 1, 1, true, false, "conv2_bn.weight", "conv2_bn.bias"), "conv2_bn."),
                Arguments.of(group("a scale", 1, 1, true, false, "conv2_bn.weight"), "conv2_bn.weight"),
                Arguments.of(group("heads", 1, 1, true, false, "*_mbox_*"), "_mbox_"));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatIsKeptIsWhatAGroupSaysAndNothingElse(ParameterGroup group, String kept) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Trained trained = new Trained(manager, 1, HeadType.SEPARABLE, group);
            Map<String, float[]> drawn = trained.tensors();
            trained.train(0, 3);

            assertThat(drawn.keySet()).anyMatch(name -> name.contains(kept));
            trained.tensors().forEach((name, values) -> {
                if (name.contains(kept)) {
                    assertThat(values).as(name).isEqualTo(drawn.get(name));
                } else {
                    assertThat(values).as(name).isNotEqualTo(drawn.get(name));
                }
            });
        }
    }

    /** With running statistics an image's predictions in training are its own, and those of inference. */
    @Test
    void frozenStatisticsMakeTrainingSeeWhatInferenceSees() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Trained trained = new Trained(manager, 1, HeadType.SEPARABLE, group("all", 1, 1, false, true, "*"));
            trained.train(0, 3);
            NDArray pixels = pixels(manager, 7);
            float[] inferred =
                    trained.network.forward(pixels, false).classLogits().toFloatArray();
            float[] training;
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                Predictions predictions = trained.network.forward(pixels, true);
                training = predictions.classLogits().toFloatArray();
                collector.backward(total(predictions));
            }
            assertThat(training).usingComparatorWithPrecision(1e-5f).containsExactly(inferred);
        }
    }

    @Test
    void groupsThatChangeNothingChangeNoBit() {
        try (NDManager manager = NDManager.newBaseManager()) {
            for (HeadType heads : HeadType.values()) {
                Trained plain = new Trained(manager, 1, heads);
                Trained grouped = new Trained(
                        manager,
                        1,
                        heads,
                        group("first", 1, 1, false, false, "conv1*"),
                        group("all", 1, 1, false, false, "*"));
                plain.train(0, 5);
                grouped.train(0, 5);
                assertSame(grouped.tensors(), plain.tensors());
                assertThat(grouped.network.parameterCount()).isEqualTo(plain.network.parameterCount());
            }
        }
    }

    /** The first step moves by rate times gradient: the group's factor stands beside that of biases. */
    @Test
    void ratesAndDecaysAreMultipliedByTheGroups() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Trained plain = new Trained(manager, 1, HeadType.CONVOLUTION);
            Trained slow = new Trained(
                    manager,
                    1,
                    HeadType.CONVOLUTION,
                    group("undecayed", 1, 0, false, false, "conv2.weight"),
                    group("still", 0, 1, false, false, "conv1.weight"),
                    group("slow", 0.25, 3, false, false, "*_mbox_*"));
            Map<String, float[]> drawn = plain.tensors();
            plain.train(0, 1);
            slow.train(0, 1);
            Map<String, float[]> slowly = slow.tensors();

            assertThat(slowly.get("conv1.weight")).isEqualTo(drawn.get("conv1.weight"));
            assertThat(slowly.get("conv1_bn.weight")).isEqualTo(plain.tensors().get("conv1_bn.weight"));
            plain.tensors().forEach((name, values) -> {
                float[] start = drawn.get(name);
                for (int i = 0; i < start.length; i++) {
                    double step = values[i] - start[i];
                    double decay = RATE * Trained.DECAY * start[i];
                    if (name.equals("conv2.weight")) {
                        assertMoved(slowly.get(name)[i] - start[i], step + decay);
                    } else if (name.endsWith("_mbox_conf.bias")) {
                        assertMoved(slowly.get(name)[i] - start[i], 0.25 * step);
                    } else if (name.endsWith("_mbox_conf.weight")) {
                        assertMoved(slowly.get(name)[i] - start[i], 0.25 * (step + decay) - 0.25 * 3 * decay);
                    }
                }
            });
        }
    }

    private static void assertMoved(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(3e-7));
    }

    @Test
    void anInterruptedFineTuningEndsBitwiseAsOneThatWasNot() throws IOException {
        try (NDManager manager = NDManager.newBaseManager()) {
            Trained whole = new Trained(manager, 1, HeadType.SEPARABLE, STEM, SECOND);
            whole.train(0, 6);

            Trained first = new Trained(manager, 1, HeadType.SEPARABLE, STEM, SECOND);
            first.train(0, 3);
            byte[] stored = first.stored(3);

            Trained second = new Trained(manager, 99, HeadType.SEPARABLE, STEM, SECOND);
            int iteration = second.read(stored);
            second.train(iteration, 6);

            assertSame(second.tensors(), whole.tensors());
        }
    }

    @Test
    void aCheckpointIsReadWithTheSameLayersFrozenOnly() throws IOException {
        try (NDManager manager = NDManager.newBaseManager()) {
            byte[] learnt = new Trained(manager, 1, HeadType.CONVOLUTION).stored(1);
            byte[] frozen = new Trained(manager, 1, HeadType.CONVOLUTION, STEM).stored(1);

            assertThatThrownBy(() -> new Trained(manager, 1, HeadType.CONVOLUTION, STEM).read(learnt))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("has a velocity of conv1.weight, which is not learnt here");
            assertThatThrownBy(() -> new Trained(manager, 1, HeadType.CONVOLUTION).read(frozen))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("has no tensor conv1.weight.velocity");
        }
    }

    @Test
    void sizesAddUpToTheNetwork() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Trained trained = new Trained(manager, 1, HeadType.CONVOLUTION, STEM, SECOND);
            List<GroupSize> sizes = trained.groups.sizes(trained.network);

            assertThat(sizes).extracting(GroupSize::name).containsExactly("stem", "second", "the rest");
            assertThat(sizes).extracting(GroupSize::tensors).containsExactly(5, 5, 4);
            assertThat(sizes)
                    .extracting(GroupSize::parameters)
                    .containsExactly(16L * 3 * 4 + 2 * 16, 16L * 16 * 4 + 2 * 16, (4L + 3) * (9 * 16 + 1));
            assertThat(sizes.stream().mapToLong(GroupSize::parameters).sum())
                    .isEqualTo(trained.network.parameterCount());
            assertThat(sizes)
                    .extracting(GroupSize::treatment)
                    .containsExactly("frozen", "learning rate x 0.1, statistics frozen", "learnt");
        }
    }

    private static void assertSame(Map<String, float[]> actual, Map<String, float[]> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        actual.forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
    }

    private static ParameterGroup group(
            String name, double rate, double decay, boolean frozen, boolean statistics, String... patterns) {
        return new ParameterGroup(
                name, "test", Stream.of(patterns).map(TensorPattern::new).toList(), rate, decay, frozen, statistics);
    }

    private static NDArray total(Predictions predictions) {
        return predictions
                .classLogits()
                .square()
                .mean()
                .add(predictions.boxOffsets().sub(1).square().mean());
    }

    private static NDArray pixels(NDManager manager, int iteration) {
        SplittableRandom random = new SplittableRandom(iteration);
        float[] pixels = new float[BATCH * 16 * 16 * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble(-2, 2);
        }
        return manager.create(pixels, new Shape(BATCH, 16, 16, 3));
    }

    /** A network in training. */
    private static final class Trained {

        static final double DECAY = 0.1;

        private final NDManager manager;
        private final GroupedParameters groups;
        private final DetectorNetwork network;
        private final Sgd optimiser;

        Trained(NDManager manager, long seed, HeadType heads, ParameterGroup... groups) {
            this.manager = manager;
            NormalisedBackbone backbone = new NormalisedBackbone();
            DetectorLayout layout = DetectorLayout.of(
                            backbone, GridPriors.ofSide(0.35f), new InputSize(16, 16), Set.of())
                    .withHeads(new HeadDesign(heads, Optional.empty()));
            NetworkDesign design = NetworkDesign.of(backbone, layout, 2, new SplittableRandom(seed));
            this.groups = GroupedParameters.of(List.of(groups), design);
            this.groups.freeze();
            network = design.initialise(manager);
            optimiser =
                    new Sgd(network.parameters(), manager, 0.9, DECAY, new ParameterMultipliers(2, 0, 1), this.groups);
        }

        void train(int first, int end) {
            for (int iteration = first; iteration < end; iteration++) {
                try (NDManager step = manager.newSubManager();
                        GradientCollector collector = manager.getEngine().newGradientCollector()) {
                    collector.backward(total(network.forward(pixels(step, iteration), true)));
                }
                optimiser.step(RATE);
            }
        }

        Map<String, float[]> tensors() {
            Map<String, float[]> tensors = new LinkedHashMap<>();
            network.tensors()
                    .forEach((name, rows) -> tensors.put(
                            name,
                            rows.read(network.parameters().get(rows.parameter()).getArray())));
            return tensors;
        }

        byte[] stored(int iteration) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Checkpoint(network, manager).write(optimiser.velocities(), iteration, out);
            return out.toByteArray();
        }

        int read(byte[] stored) throws IOException {
            return new Checkpoint(network, manager)
                    .read(optimiser.velocities(), new ByteArrayInputStream(stored), "test");
        }
    }
}
