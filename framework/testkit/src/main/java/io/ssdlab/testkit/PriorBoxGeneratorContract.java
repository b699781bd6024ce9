package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.model.SourceMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PriorBoxGenerator} must hold to. Extend it, and override {@link #sources} or {@link #input} if the
 * generator is made for others:
 *
 * <pre>{@code
 * class MyPriorsTest extends PriorBoxGeneratorContract {
 *     @Override
 *     protected PriorBoxGenerator generator() {
 *         return new MyPriors(new MyPriorsConfig(...));
 *     }
 * }
 * }</pre>
 */
public abstract class PriorBoxGeneratorContract {

    /** The generator to be tested; may be called often. */
    protected abstract PriorBoxGenerator generator();

    /** Source maps that the generator's settings fit: by default the six of SSD300. */
    protected List<SourceMap> sources() {
        return List.of(
                new SourceMap("conv4_3", 512, 38, 38),
                new SourceMap("fc7", 1024, 19, 19),
                new SourceMap("conv6_2", 512, 10, 10),
                new SourceMap("conv7_2", 256, 5, 5),
                new SourceMap("conv8_2", 256, 3, 3),
                new SourceMap("conv9_2", 256, 1, 1));
    }

    /** The input to which {@link #sources} belong. */
    protected InputSize input() {
        return new InputSize(300, 300);
    }

    private PriorBoxes generated() {
        return generator().generate(sources(), input());
    }

    @Test
    void layersRepeatTheSourceMaps() {
        assertThat(generated().layers())
                .extracting(PriorLayer::source, PriorLayer::rows, PriorLayer::columns)
                .containsExactlyElementsOf(sources().stream()
                        .map(source -> tuple(source.name(), source.rows(), source.columns()))
                        .toList());
    }

    @Test
    void everyCellHasItsBoxes() {
        PriorBoxes priors = generated();
        assertThat(priors.layers())
                .allSatisfy(layer -> assertThat(layer.boxesPerCell()).isPositive());
        assertThat(priors.size())
                .isEqualTo(priors.layers().stream()
                        .mapToInt(layer -> layer.rows() * layer.columns() * layer.boxesPerCell())
                        .sum());
    }

    @Test
    void boxesAreFiniteAndHaveAnArea() {
        PriorBoxes priors = generated();
        for (int prior = 0; prior < priors.size(); prior++) {
            float[] box = Arrays.copyOfRange(priors.centreSizes(), 4 * prior, 4 * prior + 4);
            for (float value : box) {
                assertThat(value)
                        .as("prior box %d: %s", prior, priors.box(prior))
                        .isFinite();
            }
            assertThat(box[2]).as("width of prior box %d", prior).isPositive();
            assertThat(box[3]).as("height of prior box %d", prior).isPositive();
        }
    }

    /** No object lies outside, so a prior box that does is never matched. */
    @Test
    void everyBoxReachesIntoTheImage() {
        PriorBoxes priors = generated();
        for (int prior = 0; prior < priors.size(); prior++) {
            CornerBox box = priors.box(prior);
            assertThat(box.clipped().isEmpty())
                    .as("prior box %d lies outside the image: %s", prior, box)
                    .isFalse();
        }
    }

    @Test
    void variancesArePositive() {
        PriorBoxes.Variances variances = generated().variances();
        assertThat(List.of(variances.centreX(), variances.centreY(), variances.width(), variances.height()))
                .allSatisfy(variance -> assertThat(variance).isFinite().isPositive());
    }

    @Test
    void cellsRunByRowThenColumn() {
        assertCellsRunByRowThenColumn(generated());
    }

    /** With as many rows as columns, which is which does not show. */
    @Test
    void wideMapsAreCoveredOrRefused() {
        List<SourceMap> wide = sources().stream()
                .map(map -> new SourceMap(map.name(), map.channels(), map.rows(), 2 * map.columns()))
                .toList();
        generatedUnlessRefused(generator(), wide, new InputSize(2 * input().width(), input().height()))
                .ifPresent(PriorBoxGeneratorContract::assertCellsRunByRowThenColumn);
    }

    @Test
    void anotherNumberOfMapsIsCoveredOrRefused() {
        List<SourceMap> sources = sources();
        SourceMap last = sources.get(sources.size() - 1);
        List<SourceMap> more = new ArrayList<>(sources);
        more.add(new SourceMap(last.name() + "_next", last.channels(), 1, 1));
        for (List<SourceMap> others : List.of(sources.subList(0, 1), more)) {
            generatedUnlessRefused(generator(), others, input())
                    .ifPresent(priors -> assertThat(priors.layers()).hasSameSizeAs(others));
        }
    }

    private static Optional<PriorBoxes> generatedUnlessRefused(
            PriorBoxGenerator generator, List<SourceMap> sources, InputSize input) {
        try {
            return Optional.of(generator.generate(sources, input));
        } catch (IllegalArgumentException refused) {
            assertThat(refused).message().as("what would fit").isNotBlank();
            return Optional.empty();
        }
    }

    private static void assertCellsRunByRowThenColumn(PriorBoxes priors) {
        int first = 0;
        for (PriorLayer layer : priors.layers()) {
            for (int cell = 1; cell < layer.rows() * layer.columns(); cell++) {
                int here = first + cell * layer.boxesPerCell();
                int before = here - layer.boxesPerCell();
                String where = "cell %d of %s".formatted(cell, layer.source());
                if (cell % layer.columns() == 0) {
                    assertThat(meanCentre(priors, here, layer, 1))
                            .as("centre y of %s, first of its row", where)
                            .isGreaterThan(meanCentre(priors, before, layer, 1));
                } else {
                    assertThat(meanCentre(priors, here, layer, 0))
                            .as("centre x of %s", where)
                            .isGreaterThan(meanCentre(priors, before, layer, 0));
                }
            }
            first += layer.boxes();
        }
    }

    /** The mean of centre x (0) or centre y (1) over the boxes of a cell. */
    private static double meanCentre(PriorBoxes priors, int firstOfCell, PriorLayer layer, int coordinate) {
        double sum = 0;
        for (int box = 0; box < layer.boxesPerCell(); box++) {
            sum += priors.centreSizes()[4 * (firstOfCell + box) + coordinate];
        }
        return sum / layer.boxesPerCell();
    }

    @Test
    void equalArgumentsGiveEqualBoxes() {
        PriorBoxes one = generated();
        PriorBoxes other = generated();
        assertSameCorners(other, one);
        assertThat(other.layers()).isEqualTo(one.layers());
        assertThat(other.variances()).isEqualTo(one.variances());
    }

    @Test
    void earlierCallsChangeNothing() {
        PriorBoxGenerator shared = generator();
        PriorBoxes first = shared.generate(sources(), input());
        generatedUnlessRefused(shared, sources(), new InputSize(2 * input().width(), 2 * input().height()));
        generatedUnlessRefused(shared, sources().subList(0, 1), input());
        assertSameCorners(first, generated());
        assertSameCorners(shared.generate(sources(), input()), first);
    }

    private static void assertSameCorners(PriorBoxes actual, PriorBoxes expected) {
        assertThat(Arrays.mismatch(actual.corners(), expected.corners()))
                .as("index of the first corner that differs")
                .isEqualTo(-1);
    }
}
