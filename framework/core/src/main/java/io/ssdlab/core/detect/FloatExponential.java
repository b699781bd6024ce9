package io.ssdlab.core.detect;

/**
 * The exponential in float32, several times as fast as {@link Math#exp}: the argument less a multiple of log 2, and a
 * polynomial of it (Cody and Waite 1980; the coefficients are those of the Cephes library's {@code expf}).
 */
final class FloatExponential {

    /** Below, the result would be subnormal, and counts as 0. */
    private static final float LEAST = -87;

    private static final float PER_LOG_TWO = 1.442695f;

    /** Few bits, so that a product with an exponent is exact. */
    private static final float LOG_TWO_HIGH = 0.6933594f;

    private static final float LOG_TWO_LOW = -2.1219444e-4f;

    private static final int BIAS = 127;
    private static final int MANTISSA_BITS = 23;

    private FloatExponential() {}

    /**
     * {@code exp(x)} within 2 units in the last place.
     *
     * @param x at most 0; below -87 the result is 0
     */
    static float ofAtMostZero(float x) {
        if (x < LEAST) {
            return 0;
        }
        int exponent = (int) (x * PER_LOG_TWO - 0.5f);
        float rest = x - exponent * LOG_TWO_HIGH - exponent * LOG_TWO_LOW;
        float sum = 0.00019875691f;
        sum = sum * rest + 0.0013981999f;
        sum = sum * rest + 0.008333452f;
        sum = sum * rest + 0.041665796f;
        sum = sum * rest + 0.16666666f;
        sum = sum * rest + 0.5f;
        float mantissa = sum * rest * rest + rest + 1;
        return mantissa * Float.intBitsToFloat((exponent + BIAS) << MANTISSA_BITS);
    }
}
