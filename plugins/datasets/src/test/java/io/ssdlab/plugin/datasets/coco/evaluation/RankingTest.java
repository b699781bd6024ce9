package io.ssdlab.plugin.datasets.coco.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
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

    @Test
    void takesBothZerosForEqual() {
        assertThat(Ranking.of(new double[] {-0.0, 0.0, -0.0, 1}, 0, 4)).containsExactly(3, 0, 1, 2);
    }
}
