package io.ssdlab.plugin.losses;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.training.Targets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HardNegativesTest {

    private static final int IGNORED = Targets.IGNORED;

    @Test
    void takesTheHardestOfEachImage() {
        int[] labels = {1, 0, 0, 0, 0, 0, 0, 2};
        float[] losses = {9, 1, 3, 2, 7, 5, 6, 9};
        assertThat(chosen(2, labels, losses, 4)).containsExactly(2, 3, 4, 6);
    }

    @Test
    void ofEqualLossesTheFirst() {
        assertThat(chosen(2, new int[] {0, 0, 0, 1, 0}, new float[] {1, 2, 2, 0, 2}, 5))
                .containsExactly(1, 2);
    }

    @Test
    void withoutPositivesNoNegatives() {
        assertThat(chosen(3, new int[4], new float[] {1, 2, 3, 4}, 4)).isEmpty();
    }

    @Test
    void ignoredAreNoCandidates() {
        assertThat(chosen(3, new int[] {IGNORED, 1, 0, IGNORED}, new float[] {9, 9, 1, 9}, 4))
                .containsExactly(2);
    }

    @Test
    void theNumberIsCutToAWholeOne() {
        assertThat(chosen(1.9, new int[] {1, 0, 0, 0}, new float[] {0, 1, 2, 3}, 4))
                .containsExactly(3);
    }

    @Property(seed = "20161008")
    void asManyAsAreAllowedAndNoneLeftOutIsHarder(
            @ForAll("labels") List<Integer> labelList,
            @ForAll @IntRange(max = 1000) int seed,
            @ForAll @DoubleRange(max = 5) double ratio) {
        int[] labels = labelList.stream().mapToInt(Integer::intValue).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        float[] losses = new float[labels.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = random.nextInt(8) / 2f;
        }

        int[] chosen = chosen(ratio, labels, losses, labels.length);

        long positives = IntStream.of(labels).filter(label -> label > 0).count();
        long candidates = IntStream.of(labels).filter(label -> label == 0).count();
        assertThat(chosen).hasSize((int) Math.min((int) (positives * (float) ratio), candidates));
        assertThat(chosen).doesNotHaveDuplicates().isSorted();
        assertThat(IntStream.of(chosen)).allSatisfy(i -> assertThat(labels[i]).isZero());
        double easiest = IntStream.of(chosen).mapToDouble(i -> losses[i]).min().orElse(Double.POSITIVE_INFINITY);
        if (chosen.length > 0) {
            assertThat(IntStream.range(0, labels.length)
                            .filter(i -> labels[i] == 0)
                            .filter(i -> IntStream.of(chosen).noneMatch(taken -> taken == i)))
                    .allSatisfy(i -> assertThat((double) losses[i]).isLessThanOrEqualTo(easiest));
        }
    }

    @Provide
    Arbitrary<List<Integer>> labels() {
        return Arbitraries.of(IGNORED, 0, 0, 0, 0, 0, 1, 2).list().ofMinSize(1).ofMaxSize(120);
    }

    private static int[] chosen(double ratio, int[] labels, float[] losses, int priors) {
        ChosenPriors chosen = new HardNegatives(ratio).choose(labels, losses, priors);
        return IntStream.range(0, chosen.size()).map(chosen::index).toArray();
    }
}
