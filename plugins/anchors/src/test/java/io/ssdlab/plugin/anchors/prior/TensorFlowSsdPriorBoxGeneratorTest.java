package io.ssdlab.plugin.anchors.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.model.SourceMap;
import io.ssdlab.testkit.PriorBoxGeneratorContract;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorFlowSsdPriorBoxGeneratorTest extends PriorBoxGeneratorContract {

    private static final List<Double> RATIOS = List.of(1.0, 2.0, 0.5, 3.0, 0.3333);

    /** What the constants of the graph of SSDLite MobileNetV2 on COCO hold: yMin, xMin, yMax, xMax by index. */
    private static final float[][] PUBLISHED = {
        {0, -0.02368421f, -0.02368421f, 0.07631579f, 0.07631579f},
        {1, -0.04439489f, -0.11510557f, 0.09702647f, 0.16773716f},
        {2, -0.11510557f, -0.04439489f, 0.16773716f, 0.09702647f},
        {4, -0.04439489f, -0.062474f, 0.09702647f, 0.22036873f},
        {1083, -0.125f, -0.125f, 0.225f, 0.225f},
        {1086, -0.05103629f, -0.25310886f, 0.15103629f, 0.35310888f},
        {1087, -0.25312403f, -0.05103124f, 0.35312405f, 0.15103124f},
        {1088, -0.15916501f, -0.15916501f, 0.25916502f, 0.25916502f},
        {1911, 0.02500001f, 0.02500001f, 0.975f, 0.975f},
        {1912, 0.16412428f, -0.17175144f, 0.83587575f, 1.1717515f},
        {1916, 0.01266029f, 0.01266029f, 0.98733974f, 0.98733974f}
    };

    @Override
    protected PriorBoxGenerator generator() {
        return generator(true, 1);
    }

    private static PriorBoxGenerator generator(boolean reduceFinest, double interpolated) {
        return new TensorFlowSsdPriorBoxGenerator(new TensorFlowSsdPriorConfig(
                0.2, 0.95, RATIOS, interpolated, reduceFinest, List.of(0.1, 0.1, 0.2, 0.2)));
    }

    private static List<SourceMap> maps(int... sides) {
        return Arrays.stream(sides)
                .mapToObj(side -> new SourceMap("map" + side, 8, side, side))
                .toList();
    }

    @Test
    void areThoseOfThePublishedGraph() {
        PriorBoxes priors = generator().generate(maps(19, 10, 5, 3, 2, 1), new InputSize(300, 300));

        assertThat(priors.size()).isEqualTo(1917);
        for (float[] row : PUBLISHED) {
            int at = 4 * (int) row[0];
            assertThat(Arrays.copyOfRange(priors.corners(), at, at + 4))
                    .as("prior box %d", (int) row[0])
                    .containsExactly(new float[] {row[2], row[1], row[4], row[3]}, within(1e-6f));
        }
    }

    @Test
    void everyMapMayHaveAllBoxes() {
        PriorBoxes priors = generator(false, 0).generate(maps(4, 2), new InputSize(300, 300));

        assertThat(priors.layers()).extracting(PriorLayer::boxesPerCell).containsExactly(5, 5);
    }

    /** A box of scale 0.2 and ratio 1 is square in pixels: 40 x 40 of an input of 400 x 200. */
    @Test
    void lengthsAreSharesOfTheShorterSide() {
        PriorBoxes priors =
                generator(false, 1).generate(List.of(new SourceMap("map", 8, 2, 4)), new InputSize(400, 200));

        assertThat(Arrays.copyOfRange(priors.centreSizes(), 0, 4))
                .containsExactly(new float[] {0.125f, 0.25f, 0.1f, 0.2f}, within(1e-6f));
    }

    @Test
    void refusesScalesThatDoNotGrow() {
        assertThatThrownBy(() -> new TensorFlowSsdPriorConfig(0.9, 0.9, RATIOS, 1, true, List.of(0.1, 0.1, 0.2, 0.2)))
                .hasMessage("min-scale 0.9, max-scale 0.9: expected the first to be less");
    }
}
