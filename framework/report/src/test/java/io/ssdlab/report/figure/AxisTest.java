package io.ssdlab.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AxisTest {

    @Property(tries = 300)
    void linearAxesTakeInTheirValuesAndAreMarkedAFewTimes(
            @ForAll @DoubleRange(min = -1000, max = 1000) double low,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double span) {
        Axis axis = Axis.linear(low, low + span, 5);

        assertThat(axis.share(low)).isBetween(-1e-6, 1 + 1e-6);
        assertThat(axis.share(low + span)).isBetween(-1e-6, 1 + 1e-6);
        assertThat(axis.ticks()).hasSizeBetween(2, 9).isSorted();
    }

    @Test
    void marksRoundValues() {
        Axis axis = Axis.exact(-31.1, 2.7, 6);

        assertThat(axis.ticks()).containsExactly(-30.0, -20.0, -10.0, 0.0);
        assertThat(axis.ticks().stream().map(axis::label)).containsExactly("\u221230", "\u221220", "\u221210", "0");
        assertThat(axis.share(-31.1)).isEqualTo(0);
        assertThat(axis.share(2.7)).isEqualTo(1);
    }

    @Test
    void equalRatiosAreEqualStepsOnALogarithmicAxis() {
        Axis axis = Axis.logarithmic(2, 32);

        assertThat(axis.share(8)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.ticks()).containsExactly(2.0, 5.0, 10.0, 20.0);
        assertThat(Axis.logarithmic(1, 4).ticks()).containsExactly(1.0, 1.5, 2.0, 3.0, 4.0);
    }
}
