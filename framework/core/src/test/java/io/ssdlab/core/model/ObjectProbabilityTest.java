package io.ssdlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.core.data.GridPriors;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What untrained heads say where they see nothing. */
@Tag("engine")
final class ObjectProbabilityTest {

    private static final InputSize INPUT = new InputSize(16, 12);
    private static final int CLASSES = 5;

    @ParameterizedTest
    @EnumSource(HeadType.class)
    void anObjectIsAsProbableAsIsAsked(HeadType type) {
        float[] softmax = softmaxOfNothing(new HeadDesign(type, Optional.of(0.01)));
        for (int prior = 0; prior < softmax.length / (1 + CLASSES); prior++) {
            assertThat(softmax[prior * (1 + CLASSES)])
                    .as("background of %d", prior)
                    .isCloseTo(0.99f, within(1e-6f));
            for (int label = 1; label <= CLASSES; label++) {
                assertThat(softmax[prior * (1 + CLASSES) + label]).isCloseTo(0.01f / CLASSES, within(1e-6f));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(HeadType.class)
    void unlessAskedAllAreAlike(HeadType type) {
        assertThat(softmaxOfNothing(new HeadDesign(type, Optional.empty()))).containsOnly(1f / (1 + CLASSES));
    }

    /** Two boxes a cell: each has its own biases. */
    private static float[] softmaxOfNothing(HeadDesign heads) {
        PriorBoxGenerator one = GridPriors.ofSide(0.3f);
        DetectorLayout layout = DetectorLayout.of(
                        new TinyBackbone(), (sources, input) -> twice(one.generate(sources, input)), INPUT, Set.of())
                .withHeads(heads);
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectorNetwork network =
                    DetectorNetwork.create(new TinyBackbone(), layout, CLASSES, manager, new SplittableRandom(1));
            NDArray logits = network.forward(manager.zeros(new Shape(1, 12, 16, 3)), false)
                    .classLogits();
            return logits.softmax(2).toFloatArray();
        }
    }

    private static PriorBoxes twice(PriorBoxes boxes) {
        float[] doubled = new float[2 * boxes.corners().length];
        for (int prior = 0; prior < boxes.size(); prior++) {
            for (int copy = 0; copy < 2; copy++) {
                System.arraycopy(boxes.corners(), 4 * prior, doubled, 4 * (2 * prior + copy), 4);
            }
        }
        return PriorBoxes.ofCorners(
                boxes.layers().stream()
                        .map(layer -> new PriorLayer(layer.source(), layer.rows(), layer.columns(), 2))
                        .toList(),
                doubled,
                boxes.variances());
    }
}
