package io.ssdlab.cli.command;

import java.util.Locale;

/** Numbers for people: whole ones as they are, others with four decimals. */
final class Numbers {

    private static final double LARGEST_WHOLE = 1e15;

    private Numbers() {}

    static String text(double value) {
        if (Double.isNaN(value)) {
            return "undefined";
        }
        return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4f", value);
    }
}
