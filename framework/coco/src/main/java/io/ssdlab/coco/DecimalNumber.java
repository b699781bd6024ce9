package io.ssdlab.coco;

/**
 * The double nearest to a decimal number of few digits, in a fraction of the time that {@link Double#parseDouble} takes: a
 * quotient with its remainder has twice the digits of a double, and tells whether the rounding of it is certain (the double-double
 * arithmetic of Dekker, Numerische Mathematik 18, 1971).
 */
final class DecimalNumber {

    /** The most digits of a number; 10 to that power is below 2^63. */
    static final int MOST_DIGITS = 18;

    /** Powers of ten that are doubles themselves. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** More than the share of the quotient's second part that its own rounding may take. */
    private static final double DOUBT = 0x1p-49;

    private DecimalNumber() {}

    /**
     * The double nearest to {@code digits} times 10 to {@code exponent}.
     *
     * @param digits 0 to 10^{@value #MOST_DIGITS} - 1
     * @return NaN if this way cannot tell
     */
    static double nearest(long digits, int exponent) {
        if (exponent > 0 || exponent <= -POWERS.length) {
            return Double.NaN;
        }
        double power = POWERS[-exponent];
        double leading = digits;
        double quotient = leading / power;
        double remainder = Math.fma(-quotient, power, leading) + (digits - (long) leading);
        double second = remainder / power;
        double sum = quotient + second;
        double left = second - (sum - quotient);
        double doubt = DOUBT * Math.abs(second);
        return sum + (left + doubt) == sum && sum + (left - doubt) == sum ? sum : Double.NaN;
    }
}
