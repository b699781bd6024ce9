package io.ssdlab.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class PlainNumberTest {

    @Test
    void makesTheNumberThatIsWanted() {
        assertThat(PlainNumber.of(7, int.class)).contains(7);
        assertThat(PlainNumber.of(7L, Integer.class)).contains(7);
        assertThat(PlainNumber.of(7, long.class)).contains(7L);
        assertThat(PlainNumber.of(1L << 40, Long.class)).contains(1L << 40);
        assertThat(PlainNumber.of(7, double.class)).contains(7.0);
        assertThat(PlainNumber.of(0.1, Double.class)).contains(0.1);
        assertThat(PlainNumber.of(7L, float.class)).contains(7f);
        assertThat(PlainNumber.of(0.1, Float.class)).contains(0.1f);
    }

    @Test
    void leavesTheRestToOthers() {
        assertThat(PlainNumber.of(1L << 40, int.class)).isEmpty();
        assertThat(PlainNumber.of(1.0, int.class)).isEmpty();
        assertThat(PlainNumber.of(1e300, float.class)).isEmpty();
        assertThat(PlainNumber.of(BigInteger.TEN, long.class)).isEmpty();
        assertThat(PlainNumber.of("7", int.class)).isEmpty();
        assertThat(PlainNumber.of(7, short.class)).isEmpty();
        assertThat(PlainNumber.of(true, boolean.class)).isEmpty();
    }
}
