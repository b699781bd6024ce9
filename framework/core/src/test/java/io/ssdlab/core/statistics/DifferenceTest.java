package io.ssdlab.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.core.store.ResampledScore;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final double ROUNDING = 1e-9;

    @Test
    void takesItsVarianceFromImagesAndSeeds() {
        // Resamples that differ by 0.1 and by 0.3: variance 0.02. Seeds: variance 0.02 each, so 0.01 for the mean of
        // two.
        RowSample row = row("images", List.of(0.5, 0.7), 0.6, 0.8);
        RowSample reference = row("images", List.of(0.3, 0.5), 0.5, 0.5);

        Difference difference = Difference.of(row, reference);

        assertThat(difference.mean()).isEqualTo(0.2, within(ROUNDING));
        assertThat(difference.seedsCounted()).isTrue();
        // Variance 0.04; degrees of freedom 0.04² / (0.01² + 0.01²) = 8, of which t is 2.306004.
        assertThat(difference.high() - difference.mean()).isEqualTo(2.306004 * 0.2, within(1e-6));
        assertThat(difference.mean() - difference.low()).isEqualTo(2.306004 * 0.2, within(1e-6));
        assertThat(difference.isIndistinguishable()).isTrue();
    }

    @Test
    void isOfTheImagesAloneWithASingleSeed() {
        RowSample row = row("images", List.of(0.9), 0.8, 1.0);
        RowSample reference = row("images", List.of(0.1, 0.3), 0.2, 0.2);

        Difference difference = Difference.of(row, reference);

        assertThat(difference.seedsCounted()).isFalse();
        assertThat(difference.high() - difference.mean()).isEqualTo(1.959964 * Math.sqrt(0.02), within(1e-6));
        assertThat(difference.isIndistinguishable()).isFalse();
        assertThat(row.standardDeviation()).isNaN();
        assertThat(row.interval().seedsCounted()).isFalse();
    }

    @Test
    void doesNotPairRowsOnOtherImages() {
        RowSample row = row("images", List.of(0.5), 0.4, 0.6);
        RowSample paired = row("images", List.of(0.5), 0.3, 0.5);
        RowSample unpaired = row("others", List.of(0.5), 0.3, 0.5);

        assertThat(Difference.of(row, paired).high()).isEqualTo(0, within(ROUNDING));
        assertThat(Difference.of(row, unpaired).high()).isEqualTo(1.959964 * Math.sqrt(0.04), within(1e-6));
    }

    @Test
    void isUndefinedWhereAScoreIs() {
        RowSample row = row("images", List.of(0.5, 0.6), 0.4, 0.6);

        for (RowSample other : List.of(
                row("images", List.of(0.5, Double.NaN), 0.4, 0.6), row("images", List.of(0.5, 0.6), 0.4, Double.NaN))) {
            for (Difference difference : List.of(Difference.of(row, other), Difference.of(other, row))) {
                assertThat(difference.low()).isNaN();
                assertThat(difference.high()).isNaN();
                assertThat(difference.isIndistinguishable()).isFalse();
            }
        }
    }

    @Test
    void ofAnUndefinedScoreToItselfIsUndefined() {
        RowSample undefined = row("images", List.of(Double.NaN), 0.4, 0.6);

        assertThat(Difference.of(undefined, undefined).mean()).isNaN();
        assertThat(Difference.of(undefined, undefined).low()).isNaN();
    }

    @Test
    void aRowHasScoresOnTheSameImages() {
        SeedScore one = new SeedScore(0.5, new ResampledScore("images", new double[] {0.5}));
        SeedScore other = new SeedScore(0.5, new ResampledScore("others", new double[] {0.5}));

        assertThatThrownBy(() -> new RowSample(List.of(one, other))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RowSample(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200, seed = "1")
    void turnsRoundWithItsRows(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int seeds) {
        SplittableRandom random = new SplittableRandom(seed);
        RowSample row = Simulation.random(random, seeds);
        RowSample reference = Simulation.random(random, 5 - seeds);

        Difference there = Difference.of(row, reference);
        Difference back = Difference.of(reference, row);

        assertThat(back.mean()).isEqualTo(-there.mean(), within(ROUNDING));
        assertThat(back.low()).isEqualTo(-there.high(), within(ROUNDING));
        assertThat(back.high()).isEqualTo(-there.low(), within(ROUNDING));
        assertThat(back.isIndistinguishable()).isEqualTo(there.isIndistinguishable());
    }

    @Property(tries = 50, seed = "2")
    void ofARowToItselfIsNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int seeds) {
        RowSample row = Simulation.random(new SplittableRandom(seed), seeds);

        assertThat(Difference.of(row, row)).isEqualTo(new Difference(0, new Interval(0, 0, true)));
    }

    @Property(tries = 100, seed = "3")
    void growsWiderAsSeedsDisagree(@ForAll @IntRange(min = 2, max = 6) int seeds, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] deviations = random.doubles(seeds, -0.1, 0.1).toArray();
        double[] others = random.doubles(seeds, -0.1, 0.1).toArray();
        RowSample close = spread(deviations, 1);
        RowSample apart = spread(deviations, 3);

        assertThat(width(Difference.of(apart, spread(others, 3))))
                .isGreaterThan(width(Difference.of(close, spread(others, 1))));
        assertThat(apart.interval().high() - apart.interval().low())
                .isGreaterThan(close.interval().high() - close.interval().low());
    }

    private static double width(Difference difference) {
        return difference.high() - difference.low();
    }

    private static RowSample spread(double[] deviations, double factor) {
        return row(
                Simulation.IMAGES,
                Arrays.stream(deviations)
                        .mapToObj(deviation -> 0.5 + factor * deviation)
                        .toList(),
                IntStream.range(0, Simulation.RESAMPLES)
                        .mapToDouble(i -> 0.5 + i * 1e-5)
                        .toArray());
    }

    private static RowSample row(String images, List<Double> values, double... resampled) {
        return new RowSample(values.stream()
                .map(value -> new SeedScore(value, new ResampledScore(images, resampled)))
                .toList());
    }
}
