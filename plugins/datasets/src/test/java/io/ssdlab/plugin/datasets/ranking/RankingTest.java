package io.ssdlab.plugin.datasets.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Property(tries = 300, seed = "1")
    void isAStableSortByFallingScore(@ForAll @Size(max = 200) List<@DoubleRange(max = 1) @Scale(1) Double> scores) {
        double[] values = scores.stream().mapToDouble(Double::doubleValue).toArray();
        int from = values.length / 3;
        int[] expected = IntStream.range(from, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -values[i]))
                .mapToInt(Integer::intValue)
                .toArray();

        assertThat(Ranking.of(values, from, values.length)).isEqualTo(expected);
    }

    /** Many scores, most of which differ from others in their last bits only. */
    @Property(tries = 100, seed = "2")
    void tellsScoresApartToTheLastBit(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.ints(random.nextInt(2, 5000), -3, 4)
                .mapToDouble(ulps -> 0.25 * random.nextInt(-2, 3) + ulps * 0x1p-54)
                .toArray();
        int[] expected = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -values[i]))
                .mapToInt(Integer::intValue)
                .toArray();

        assertThat(Ranking.of(values, 0, values.length)).isEqualTo(expected);
    }

    @Test
    void ranksInfinitiesAndNegativeScores() {
        double[] values = {-1, Double.NEGATIVE_INFINITY, 2, Double.POSITIVE_INFINITY, -0.5, Double.MIN_VALUE, 0};
        assertThat(Ranking.of(values, 0, 7)).containsExactly(3, 2, 5, 6, 4, 0, 1);
    }

    @Test
    void takesBothZerosForEqual() {
        assertThat(Ranking.of(new double[] {-0.0, 0.0, -0.0, 1}, 0, 4)).containsExactly(3, 0, 1, 2);
    }
}
