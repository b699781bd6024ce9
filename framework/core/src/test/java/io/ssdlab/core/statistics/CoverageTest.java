package io.ssdlab.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How often a 95 % interval holds what it should, on simulated rows of which the truth is known. */
final class CoverageTest {

    private static final int EXPERIMENTS = 1000;
    private static final double EFFECT = 0.03;

    static Stream<Arguments> benches() {
        return Stream.of(
                // Images decide, seeds decide, both do, and whims do, which both sources hold.
                Arguments.of(new Simulation(80, 0.3, 0.2, 0, 0.02), 3, 0.93, 0.98),
                Arguments.of(new Simulation(80, 0.3, 0.02, 0.03, 0.02), 3, 0.93, 0.98),
                Arguments.of(new Simulation(80, 0.3, 0.15, 0.02, 0.05), 3, 0.93, 0.98),
                Arguments.of(new Simulation(80, 0.3, 0.15, 0.02, 0.05), 2, 0.93, 0.99),
                Arguments.of(new Simulation(80, 0.3, 0, 0, 0.3), 5, 0.95, 1));
    }

    @ParameterizedTest
    @MethodSource("benches")
    void theIntervalHoldsTheTrueDifference(Simulation bench, int seeds, double least, double most) {
        SplittableRandom random = new SplittableRandom(1);
        int covered = 0;
        for (int experiment = 0; experiment < EXPERIMENTS; experiment++) {
            List<RowSample> rows = bench.rows(random, seeds, 0.5 + EFFECT, 0.5);
            covered += Difference.of(rows.get(0), rows.get(1)).interval().contains(EFFECT) ? 1 : 0;
        }

        assertThat(covered / (double) EXPERIMENTS).isBetween(least, most);
    }

    @Test
    void theIntervalOfARowHoldsItsTrueScore() {
        SplittableRandom random = new SplittableRandom(2);
        Simulation bench = new Simulation(80, 0.2, 0.1, 0.02, 0.05);
        int covered = 0;
        for (int experiment = 0; experiment < EXPERIMENTS; experiment++) {
            covered += bench.rows(random, 3, 0.5).get(0).interval().contains(0.5) ? 1 : 0;
        }

        assertThat(covered / (double) EXPERIMENTS).isBetween(0.93, 0.97);
    }

    @Test
    void withASingleSeedItMissesWhatSeedsDo() {
        SplittableRandom random = new SplittableRandom(3);
        Simulation bench = new Simulation(80, 0.3, 0.02, 0.03, 0.02);
        int covered = 0;
        for (int experiment = 0; experiment < EXPERIMENTS; experiment++) {
            List<RowSample> rows = bench.rows(random, 1, 0.5, 0.5);
            Difference difference = Difference.of(rows.get(0), rows.get(1));
            assertThat(difference.seedsCounted()).isFalse();
            covered += difference.isIndistinguishable() ? 1 : 0;
        }

        assertThat(covered / (double) EXPERIMENTS).isLessThan(0.5);
    }

    @Test
    void pairingByImagesFindsWhatIsSmallBesideThem() {
        SplittableRandom random = new SplittableRandom(4);
        Simulation bench = new Simulation(80, 0.5, 0.02, 0.003, 0.02);

        List<RowSample> rows = bench.rows(random, 4, 0.5 + EFFECT, 0.5);

        Interval alone = rows.get(0).interval();
        assertThat(alone.high() - alone.low()).isGreaterThan(4 * EFFECT);
        assertThat(Difference.of(rows.get(0), rows.get(1)).isIndistinguishable())
                .isFalse();
    }
}
