package io.ssdlab.plugin.anchors.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class NearestPriorsTest {

    @Property(tries = 300, seed = "20200312")
    void keepsWhatSortingWouldPutFirst(
            @ForAll @Size(max = 60) List<@IntRange(max = 15) Integer> distances,
            @ForAll @IntRange(min = 1, max = 20) int capacity) {
        NearestPriors nearest = new NearestPriors(20);
        nearest.clear(20);
        nearest.offer(7, 0);
        nearest.clear(capacity);
        for (int prior = 0; prior < distances.size(); prior++) {
            nearest.offer(prior, distances.get(prior) / 4f);
        }
        int[] target = new int[1 + capacity];
        int end = nearest.writeTo(target, 1);

        assertThat(IntStream.range(1, end).mapToObj(i -> target[i]))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, distances.size())
                        .boxed()
                        .sorted(Comparator.comparing(distances::get))
                        .limit(capacity)
                        .toList());
    }
}
