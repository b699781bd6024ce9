package io.ssdlab.report.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ScoreOrderTest {

    @Property(tries = 200, seed = "1")
    void isStable(@ForAll List<@IntRange(min = -20, max = 20) Integer> values, @ForAll long seed) {
        check(values.stream().mapToDouble(value -> value / 7.0).toArray(), seed);
    }

    @Property(tries = 200, seed = "1")
    void ranksAllFiniteScores(@ForAll List<Double> values, @ForAll long seed) {
        check(values.stream().mapToDouble(value -> value).toArray(), seed);
    }

    private static void check(double[] scores, long seed) {
        List<Integer> rows = IntStream.range(0, scores.length).boxed().collect(Collectors.toList());
        Collections.shuffle(rows, new Random(seed));
        int[] expected = rows.stream()
                // Zeros of either sign are equal, which Double.compare does not say.
                .sorted(Comparator.comparingDouble(row -> -scores[row] + 0.0))
                .mapToInt(row -> row)
                .toArray();
        assertThat(ScoreOrder.rank(rows.stream().mapToInt(row -> row).toArray(), scores))
                .containsExactly(expected);
    }
}
