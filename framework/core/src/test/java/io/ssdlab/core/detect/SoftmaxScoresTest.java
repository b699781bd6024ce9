package io.ssdlab.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SoftmaxScoresTest {

    @Property(seed = "1")
    void leavesOutNoPriorThatPasses(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 30) int values,
            @ForAll @FloatRange(max = 1) float threshold) {
        Random random = new Random(seed);
        float[] logits = new float[3 + values];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) (random.nextGaussian() * 4);
        }
        SoftmaxScores scores = new SoftmaxScores(values, threshold);

        boolean loaded = scores.load(logits, 3);

        double sum = 0;
        for (int i = 0; i < values; i++) {
            sum += Math.exp(logits[3 + i]);
        }
        for (int label = 1; label < values; label++) {
            double expected = Math.exp(logits[3 + label]) / sum;
            if (loaded) {
                assertThat((double) scores.score(label)).isCloseTo(expected, within(1e-6));
            } else {
                assertThat(expected).isLessThanOrEqualTo(threshold);
            }
        }
    }

    @Test
    void computesNothingForABackgroundBeyondDoubt() {
        assertThat(new SoftmaxScores(3, 0.01f).load(new float[] {8, 1, 2}, 0)).isFalse();
        assertThat(new SoftmaxScores(3, 0.01f).load(new float[] {8, 1, 4}, 0)).isTrue();
    }

    @Test
    void refusesLogitsThatAreNoNumbers() {
        assertThatThrownBy(() -> new SoftmaxScores(3, 0.01f).load(new float[] {0, Float.NaN, 1}, 0))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("not numbers");
    }
}
