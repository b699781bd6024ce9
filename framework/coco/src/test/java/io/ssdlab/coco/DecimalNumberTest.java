package io.ssdlab.coco;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalNumberTest {

    private static double expected(long digits, int exponent) {
        return new BigDecimal(BigInteger.valueOf(digits), -exponent).doubleValue();
    }

    @Test
    void isTheNearestDoubleOrSaysThatItCannotTell() {
        Random random = new Random(3);
        int told = 0;
        int tries = 200_000;
        for (int i = 0; i < tries; i++) {
            long digits =
                    (random.nextLong() >>> 1) % (long) Math.pow(10, 1 + random.nextInt(DecimalNumber.MOST_DIGITS));
            int exponent = -random.nextInt(23);
            double nearest = DecimalNumber.nearest(digits, exponent);
            if (!Double.isNaN(nearest)) {
                told++;
                assertThat(nearest).as("%de%d", digits, exponent).isEqualTo(expected(digits, exponent));
            }
        }
        assertThat(told).isGreaterThan(tries - tries / 1000);
    }

    /** In the middle of two doubles, where the even one is nearest, and one part in 10^17 beside it. */
    @Test
    void isNotMisledByHalves() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            // An odd number of 54 bits has 55 with its half; times 5 it has 18 digits less.
            long odd = ((1L << 53) + (random.nextLong() >>> 11)) | 1;
            int shift = random.nextInt(3);
            long digits = odd * (long) Math.pow(5, shift);
            for (long near = digits - 1; near <= digits + 1; near++) {
                double nearest = DecimalNumber.nearest(near, -shift);
                assertThat(Double.isNaN(nearest) || nearest == expected(near, -shift))
                        .as("%de-%d", near, shift)
                        .isTrue();
            }
        }
    }

    @Test
    void saysThatItCannotTellOfWhatIsTooLargeOrTooSmall() {
        assertThat(DecimalNumber.nearest(1, 1)).isNaN();
        assertThat(DecimalNumber.nearest(1, -23)).isNaN();
        assertThat(DecimalNumber.nearest(0, 0)).isZero();
        assertThat(DecimalNumber.nearest(1, -22)).isEqualTo(1e-22);
    }
}
