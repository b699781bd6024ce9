package io.ssdlab.plugin.anchors.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.SourceMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

/** Box by box against area and ratio, from which sizes follow in another way than in the generator. */
class OctavePriorBoxPropertyTest {

    @Property(tries = 200, seed = "20170807")
    void everyBoxHasItsPlaceAreaAndRatio(
            @ForAll @IntRange(min = 1, max = 6) int rows,
            @ForAll @IntRange(min = 1, max = 6) int columns,
            @ForAll @IntRange(min = 50, max = 600) int width,
            @ForAll @IntRange(min = 50, max = 600) int height,
            @ForAll @DoubleRange(min = 0.5, max = 6) double baseScale,
            @ForAll @IntRange(min = 1, max = 4) int scales,
            @ForAll @Size(min = 1, max = 4) @UniqueElements List<@DoubleRange(min = 0.2, max = 5) Double> ratios) {
        OctavePriorConfig config =
                new OctavePriorConfig(baseScale, scales, ratios, List.of(), false, List.of(0.1, 0.1, 0.2, 0.2));
        List<SourceMap> sources = List.of(new SourceMap("one", 1, rows, columns), new SourceMap("two", 1, 1, 1));
        PriorBoxes priors = new OctavePriorBoxGenerator(config).generate(sources, new InputSize(width, height));

        assertThat(priors.size()).isEqualTo((rows * columns + 1) * scales * ratios.size());
        int prior = 0;
        for (SourceMap source : sources) {
            double cellArea = (double) width * height / (source.rows() * source.columns());
            for (int row = 0; row < source.rows(); row++) {
                for (int column = 0; column < source.columns(); column++) {
                    for (int scale = 0; scale < scales; scale++) {
                        double area = cellArea * baseScale * baseScale * Math.exp(2 * Math.log(2) * scale / scales);
                        for (double ratio : ratios) {
                            assertBox(
                                    priors,
                                    prior++,
                                    width,
                                    height,
                                    area,
                                    ratio,
                                    (column + 0.5) / source.columns(),
                                    (row + 0.5) / source.rows());
                        }
                    }
                }
            }
        }
    }

    private static void assertBox(
            PriorBoxes priors, int prior, int width, int height, double area, double ratio, double x, double y) {
        double boxWidth = (double) priors.box(prior).width() * width;
        double boxHeight = (double) priors.box(prior).height() * height;
        assertThat(boxWidth * boxHeight).as("area of box %d", prior).isCloseTo(area, within(1e-4 * area));
        assertThat(boxWidth / boxHeight).as("ratio of box %d", prior).isCloseTo(ratio, within(1e-4 * ratio));
        assertThat((double) priors.box(prior).centreX())
                .as("x of box %d", prior)
                .isCloseTo(x, within(1e-5));
        assertThat((double) priors.box(prior).centreY())
                .as("y of box %d", prior)
                .isCloseTo(y, within(1e-5));
    }
}
