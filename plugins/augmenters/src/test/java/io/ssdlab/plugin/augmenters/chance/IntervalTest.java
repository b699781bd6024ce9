package io.ssdlab.plugin.augmenters.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class IntervalTest {

    @Test
    void drawsAllOfItAlike() {
        Interval interval = new Interval(2, 6);
        SplittableRandom random = new SplittableRandom(1);
        int[] quarters = new int[4];
        for (int i = 0; i < 40_000; i++) {
            quarters[(int) (interval.draw(random) - 2)]++;
        }
        // A deviation of 5 standard deviations of a binomial count.
        for (int count : quarters) {
            assertThat((double) count).isCloseTo(10_000, within(5 * Math.sqrt(10_000 * 0.75)));
        }
    }

    @Test
    void isSymmetricAroundItsMiddle() {
        assertThat(Interval.around(1, 0.25)).isEqualTo(new Interval(0.75, 1.25));
    }

    @Test
    void refusesToBeUpsideDown() {
        assertThat(Interval.ofSettings("scale", 1, 1)).isEqualTo(new Interval(1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.ofSettings("scale", 2, 0.5))
                .withMessageContaining("min-scale 2.0 is above max-scale 0.5");
    }
}
