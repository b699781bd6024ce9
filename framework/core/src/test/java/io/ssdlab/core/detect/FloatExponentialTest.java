package io.ssdlab.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class FloatExponentialTest {

    @Property(seed = "1", tries = 100_000)
    void isWithinTwoUnitsInTheLastPlace(@ForAll @FloatRange(min = -87, max = 0) float x) {
        float exact = (float) Math.exp(x);
        assertThat(Math.abs(FloatExponential.ofAtMostZero(x) - exact)).isLessThanOrEqualTo(2 * Math.ulp(exact));
    }

    /** A drawn number is seldom small: these are, and those between two exponents. */
    @Test
    void isWithinTwoUnitsInTheLastPlaceEverywhere() {
        for (float x = 0; x >= -20; x -= 1f / 65536) {
            float exact = (float) Math.exp(x);
            assertThat(Math.abs(FloatExponential.ofAtMostZero(x) - exact)).isLessThanOrEqualTo(2 * Math.ulp(exact));
        }
    }

    @Test
    void theEndsAreExact() {
        assertThat(FloatExponential.ofAtMostZero(0)).isEqualTo(1);
        assertThat(FloatExponential.ofAtMostZero(-0f)).isEqualTo(1);
        assertThat(FloatExponential.ofAtMostZero(-87.1f)).isZero();
        assertThat(FloatExponential.ofAtMostZero(Float.NEGATIVE_INFINITY)).isZero();
        assertThat(FloatExponential.ofAtMostZero(Float.NaN)).isNaN();
    }
}
