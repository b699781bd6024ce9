package io.ssdlab.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TopCandidatesTest {

    @Property(seed = "1")
    void ranksAsAStableSort(
            @ForAll @Size(max = 200) List<@IntRange(max = 20) Integer> tenths,
            @ForAll @IntRange(min = 1, max = 50) int limit) {
        TopCandidates candidates = new TopCandidates(limit, tenths.size());
        for (int i = 0; i < tenths.size(); i++) {
            candidates.offer(i, tenths.get(i) / 10f);
        }
        int[] ranked = new int[limit];
        float[] scores = new float[tenths.size()];
        int count = candidates.rank(ranked, scores);

        List<Integer> expected = IntStream.range(0, tenths.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> tenths.get(i)).reversed())
                .limit(limit)
                .toList();
        assertThat(Arrays.stream(ranked).limit(count).boxed().toList()).isEqualTo(expected);
        expected.forEach(i -> assertThat(scores[i]).isEqualTo(tenths.get(i) / 10f));
    }
}
