package io.ssdlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.BackboneNetwork;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.model.SourceMap;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class DetectorLayoutTest {

    private static final InputSize INPUT = new InputSize(32, 32);

    /** Prior p has the corners 4p, 4p + 1, 4p + 2, 4p + 3, so that each can be told apart. */
    private static final PriorBoxGenerator NUMBERED = (sources, input) -> {
        List<PriorLayer> layers = sources.stream()
                .map(source -> new PriorLayer(source.name(), source.rows(), source.columns(), 2))
                .toList();
        float[] corners =
                new float[4 * layers.stream().mapToInt(PriorLayer::boxes).sum()];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = i;
        }
        return PriorBoxes.ofCorners(layers, corners, PriorBoxes.Variances.ORIGINAL);
    };

    @Test
    void aDroppedMapTakesItsPriorsWithIt() {
        DetectorLayout layout = DetectorLayout.of(new ThreeMaps(), NUMBERED, INPUT, Set.of(2));
        assertThat(layout.predictedFrom()).containsExactly(true, false, true);
        assertThat(layout.priors().layers()).extracting(PriorLayer::source).containsExactly("a", "c");
        // 4 x 4 cells of two boxes, then, after the 2 x 2 x 2 of the dropped map, 1 x 2.
        assertThat(layout.priors().size()).isEqualTo(34);
        assertThat(layout.priors().corners()[4 * 31]).isEqualTo(4 * 31);
        assertThat(layout.priors().corners()[4 * 32]).isEqualTo(4 * 40);
    }

    @Test
    void allMapsByDefault() {
        assertThat(DetectorLayout.of(new ThreeMaps(), NUMBERED, INPUT, Set.of())
                        .priors()
                        .size())
                .isEqualTo(42);
    }

    @Test
    void refusesAHeadWithoutPriors() {
        PriorBoxGenerator onTheFirstAlone = (sources, input) -> {
            List<PriorLayer> layers = sources.stream()
                    .map(source -> new PriorLayer(
                            source.name(),
                            source.rows(),
                            source.columns(),
                            source.name().equals("a") ? 1 : 0))
                    .toList();
            return PriorBoxes.ofCorners(layers, new float[4 * layers.get(0).boxes()], PriorBoxes.Variances.ORIGINAL);
        };

        assertThat(DetectorLayout.of(new ThreeMaps(), onTheFirstAlone, INPUT, Set.of(2, 3))
                        .priors()
                        .size())
                .isEqualTo(16);
        assertThatThrownBy(() -> DetectorLayout.of(new ThreeMaps(), onTheFirstAlone, INPUT, Set.of(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the source map b has no prior boxes: lay some, or add 2 to model.without-sources");
    }

    @Test
    void refusesAMapThatIsNotThere() {
        assertThatThrownBy(() -> DetectorLayout.of(new ThreeMaps(), NUMBERED, INPUT, Set.of(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no source map 4")
                .hasMessageContaining("has 3");
    }

    @Test
    void refusesToDropAll() {
        assertThatThrownBy(() -> DetectorLayout.of(new ThreeMaps(), NUMBERED, INPUT, Set.of(1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no source map to predict from");
    }

    private static final class ThreeMaps implements Backbone {

        @Override
        public List<SourceMap> sources(InputSize input) {
            return List.of(new SourceMap("a", 8, 4, 4), new SourceMap("b", 8, 2, 2), new SourceMap("c", 8, 1, 1));
        }

        @Override
        public BackboneNetwork build(InputSize input, RandomGenerator random) {
            throw new UnsupportedOperationException("a layout needs no network");
        }
    }
}
