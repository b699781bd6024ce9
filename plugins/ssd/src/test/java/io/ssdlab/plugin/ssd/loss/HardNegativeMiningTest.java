package io.ssdlab.plugin.ssd.loss;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.training.Targets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HardNegativeMiningTest {

    private static final int IGNORED = Targets.IGNORED;

    @Test
    void takesTheHardestOfEachImage() {
        int[] labels = {1, 0, 0, 0, 0, 0, 0, 2};
        float[] losses = {9, 1, 3, 2, 7, 5, 6, 9};
        assertThat(new HardNegativeMining(2).choose(labels, losses, 4)).containsExactly(2, 3, 4, 6);
    }

    @Test
    void ofEqualLossesTheFirst() {
        int[] labels = {0, 0, 0, 1, 0};
        float[] losses = {1, 2, 2, 0, 2};
        assertThat(new HardNegativeMining(2).choose(labels, losses, 5)).containsExactly(1, 2);
    }

    @Test
    void withoutPositivesNoNegatives() {
        assertThat(new HardNegativeMining(3).choose(new int[4], new float[] {1, 2, 3, 4}, 4))
                .isEmpty();
    }

    @Test
    void ignoredAreNoCandidates() {
        int[] labels = {IGNORED, 1, 0, IGNORED};
        assertThat(new HardNegativeMining(3).choose(labels, new float[] {9, 9, 1, 9}, 4))
                .containsExactly(2);
    }

    @Test
    void theNumberIsCutToAWholeOne() {
        int[] labels = {1, 0, 0, 0};
        assertThat(new HardNegativeMining(1.9).choose(labels, new float[] {0, 1, 2, 3}, 4))
                .containsExactly(3);
    }

    @Property(seed = "20161008")
    void equalsSortingAllCandidates(
            @ForAll("labels") List<Integer> labelList,
            @ForAll @IntRange(max = 1000) int seed,
            @ForAll @DoubleRange(max = 5) double ratio) {
        int[] labels = labelList.stream().mapToInt(Integer::intValue).toArray();
        float[] losses = new float[labels.length];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < losses.length; i++) {
            losses[i] = random.nextInt(-2, 6) / 2f;
        }
        List<Integer> candidates = new ArrayList<>();
        int positives = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == 0) {
                candidates.add(i);
            } else if (labels[i] > 0) {
                positives++;
            }
        }
        candidates.sort(Comparator.comparing((Integer i) -> -losses[i]).thenComparing(i -> i));
        int[] expected = candidates.stream()
                .limit((int) (positives * (float) ratio))
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        assertThat(new HardNegativeMining(ratio).choose(labels, losses, labels.length))
                .containsExactly(expected);
    }

    @Provide
    Arbitrary<List<Integer>> labels() {
        return Arbitraries.of(IGNORED, 0, 0, 0, 0, 0, 1, 2).list().ofMinSize(1).ofMaxSize(120);
    }
}
