package io.ssdlab.report.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ScoreOrderTest {

    @Property(tries = 200, seed = "1")
    void isStableAndSortsNothingElse(
            @ForAll List<@IntRange(max = 20) Integer> values, @ForAll @IntRange(max = 5) int left) {
        int from = Math.min(left, values.size());
        double[] scores = values.stream().mapToDouble(value -> value / 7.0).toArray();
        int[] rows = IntStream.range(0, scores.length).toArray();
        ScoreOrder.sort(rows, from, rows.length, scores, new int[rows.length]);
        List<Integer> expected = IntStream.concat(
                        IntStream.range(0, from),
                        IntStream.range(from, scores.length)
                                .boxed()
                                .sorted(Comparator.comparingDouble(row -> -scores[row]))
                                .mapToInt(row -> row))
                .boxed()
                .toList();
        assertThat(rows).containsExactly(expected.stream().mapToInt(row -> row).toArray());
    }
}
