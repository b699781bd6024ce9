package io.ssdlab.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SigmoidScoresTest {

    @Property
    void everyClassAboveTheThresholdHasItsSigmoid(
            @ForAll @Size(5) @FloatRange(min = -30, max = 30) float[] logits,
            @ForAll @FloatRange(min = 0, max = 1) float threshold) {
        PriorScores scores = ScoreFunction.SIGMOID.scores(logits.length, threshold);
        boolean any = scores.load(logits, 0);
        for (int label = 1; label < logits.length; label++) {
            double expected = 1 / (1 + Math.exp(-logits[label]));
            if (any && expected > threshold) {
                assertThat((double) scores.score(label)).isEqualTo(expected, within(1e-7));
            } else if (any) {
                assertThat(scores.score(label)).isLessThanOrEqualTo(threshold + 1e-7f);
            } else {
                assertThat(expected).isLessThanOrEqualTo(threshold);
            }
        }
    }

    @Test
    void theBackgroundHasNoSay() {
        PriorScores scores = ScoreFunction.SIGMOID.scores(2, 0.5f);
        assertThat(scores.load(new float[] {50, 1}, 0)).isTrue();
        assertThat(scores.score(1)).isEqualTo(0.731_058_6f, within(1e-6f));
        assertThat(scores.load(new float[] {50, -1}, 0)).isFalse();
    }

    @Test
    void notANumberIsRefused() {
        assertThatThrownBy(() -> ScoreFunction.SIGMOID.scores(2, 0.5f).load(new float[] {0, Float.NaN}, 0))
                .isInstanceOf(ArithmeticException.class);
    }
}
