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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OctavePriorBoxGeneratorTest extends PriorBoxGeneratorContract {

    private static final List<Double> RATIOS = List.of(0.5, 1.0, 2.0);
    private static final List<Double> NO_STEPS = List.of();

    @Override
    protected PriorBoxGenerator generator() {
        return generator(4, 3, RATIOS, NO_STEPS, false);
    }

    private static PriorBoxGenerator generator(
            double baseScale, int scales, List<Double> ratios, List<Double> steps, boolean clip) {
        return new OctavePriorBoxGenerator(
                new OctavePriorConfig(baseScale, scales, ratios, steps, clip, List.of(0.1, 0.1, 0.2, 0.2)));
    }

    private static List<SourceMap> maps(int... sides) {
        return Arrays.stream(sides)
                .mapToObj(side -> new SourceMap("map" + side, 8, side, side))
                .toList();
    }

    /** Widths and heights in pixels of the boxes of a map's first cell. */
    private static List<double[]> firstCell(PriorBoxes priors, int map, InputSize input) {
        int first = priors.layers().subList(0, map).stream()
                .mapToInt(PriorLayer::boxes)
                .sum();
        List<double[]> sizes = new ArrayList<>();
        for (int box = 0; box < priors.layers().get(map).boxesPerCell(); box++) {
            sizes.add(new double[] {
                (double) priors.box(first + box).width() * input.width(),
                (double) priors.box(first + box).height() * input.height()
            });
        }
        return sizes;
    }

    private static void assertSizes(List<double[]> sizes, double[]... expected) {
        assertThat(sizes).hasSameSizeAs(expected);
        for (int box = 0; box < expected.length; box++) {
            assertThat(sizes.get(box)).as("box %d", box).containsExactly(expected[box], within(1e-3));
        }
    }

    /** Areas of 32^2 to 512^2 on steps of 8 to 128 pixels (section 4, "Anchors"). */
    @Test
    void anchorsOfRetinaNet() {
        InputSize input = new InputSize(640, 640);
        PriorBoxes priors = generator().generate(maps(80, 40, 20, 10, 5), input);

        assertThat(priors.layers()).extracting(PriorLayer::boxesPerCell).containsOnly(9);
        // By the calculator: 32 times 2^(1/3) and 2^(2/3), each times and over the root of 2.
        assertSizes(
                firstCell(priors, 0, input),
                new double[] {22.6274, 45.2548},
                new double[] {32, 32},
                new double[] {45.2548, 22.6274},
                new double[] {28.5088, 57.0175},
                new double[] {40.3175, 40.3175},
                new double[] {57.0175, 28.5088},
                new double[] {35.9188, 71.8376},
                new double[] {50.7968, 50.7968},
                new double[] {71.8376, 35.9188});
        for (int map = 0; map < 5; map++) {
            double[] square = firstCell(priors, map, input).get(1);
            assertThat(square[0]).isCloseTo(32 << map, within(1e-3));
        }
        assertThat(priors.box(1).centreX()).as("of the first cell").isCloseTo(4 / 640f, within(1e-6f));
    }

    @Test
    void variancesAreTheSettings() {
        PriorBoxGenerator generator = new OctavePriorBoxGenerator(
                new OctavePriorConfig(4, 3, RATIOS, NO_STEPS, false, List.of(1.0, 2.0, 3.0, 4.0)));

        assertThat(generator.generate(sources(), input()).variances()).isEqualTo(new PriorBoxes.Variances(1, 2, 3, 4));
    }

    @Test
    void clippedBoxesStayInTheImage() {
        PriorBoxes priors = generator(4, 3, RATIOS, NO_STEPS, true).generate(sources(), input());
        PriorBoxes unclipped = generator().generate(sources(), input());

        for (int prior = 0; prior < priors.size(); prior++) {
            assertThat(priors.box(prior)).isEqualTo(unclipped.box(prior).clipped());
        }
    }

    @Test
    void stepsPlaceAndMeasureBoxes() {
        InputSize input = new InputSize(300, 300);
        PriorBoxes priors =
                generator(4, 1, List.of(1.0), List.of(8.0, 16.0), false).generate(maps(38, 19), input);

        assertSizes(firstCell(priors, 0, input), new double[] {32, 32});
        assertSizes(firstCell(priors, 1, input), new double[] {64, 64});
        assertThat(priors.box(37).centreX() * 300).as("of the last column").isCloseTo(300, within(1e-3f));
    }

    @Test
    void stepsThatDoNotFitTheMapsAreRefused() {
        assertThatThrownBy(() ->
                        generator(4, 1, List.of(1.0), List.of(8.0), false).generate(maps(10, 5), new InputSize(80, 80)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("steps for 1 source maps, but the backbone has 2: [map10, map5]");
        assertThatThrownBy(() -> generator(4, 1, List.of(1.0), List.of(8.0, 18.0), false)
                        .generate(maps(10, 5), new InputSize(80, 80)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "steps: at 18.0 pixels the last of 5 x 5 cells of map5 are centred outside the input of 80x80 pixels");
    }

    @Test
    void ratiosAndVariancesMustBeWhole() {
        List<Double> variances = List.of(0.1, 0.1, 0.2, 0.2);
        assertThatThrownBy(() -> new OctavePriorConfig(4, 3, List.of(), NO_STEPS, false, variances))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("aspect-ratios is empty: expected at least one, such as [1]");
        assertThatThrownBy(() -> new OctavePriorConfig(4, 3, List.of(1.0, 2.0, 1.0), NO_STEPS, false, variances))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("aspect-ratios [1.0, 2.0, 1.0]: expected each once");
        assertThatThrownBy(() -> new OctavePriorConfig(4, 3, RATIOS, NO_STEPS, false, List.of(0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("variances [0.1]: expected four");
    }
}
