package io.ssdlab.report.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis: where a value lies along it, and which values are marked.
 *
 * @param low the value at its beginning; above 0 if logarithmic
 * @param high the value at its end, above {@code low}
 * @param logarithmic whether equal steps are equal ratios
 * @param ticks the marked values, rising
 */
record Axis(double low, double high, boolean logarithmic, List<Double> ticks) {

    private static final double[] STEPS = {1, 2, 5, 10};
    private static final double[] COARSE = {1, 2, 5};
    private static final double[] FINE = {1, 1.5, 2, 3, 4, 5, 6, 8};
    private static final int FEW = 4;
    private static final double ALMOST = 1e-9;

    Axis {
        ticks = List.copyOf(ticks);
    }

    /**
     * From and to round values that take in both.
     *
     * @param wanted about how many values are marked
     */
    static Axis linear(double low, double high, int wanted) {
        double span = high > low ? high - low : Math.max(1, Math.abs(high));
        double step = step(span / wanted);
        double first = Math.floor(low / step + ALMOST) * step;
        double last = Math.max(first + step, Math.ceil(high / step - ALMOST) * step);
        return new Axis(first, last, false, marks(first, last, step));
    }

    /** Exactly from one value to another. */
    static Axis exact(double low, double high, int wanted) {
        double step = step((high - low) / wanted);
        return new Axis(low, high, false, marks(Math.ceil(low / step - ALMOST) * step, high, step));
    }

    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double step : STEPS) {
            if (step * power >= least * (1 - ALMOST)) {
                return step * power;
            }
        }
        return STEPS[STEPS.length - 1] * power;
    }

    private static List<Double> marks(double first, double last, double step) {
        List<Double> marks = new ArrayList<>();
        for (int i = 0; first + i * step <= last + step * ALMOST; i++) {
            // Counted in steps, so that 0 is 0.
            marks.add(Math.rint(first / step + i) * step);
        }
        return marks;
    }

    /** Exactly from one value to another, both above 0, marked at round values: at 1, 2 and 5 of each decade, or at more. */
    static Axis logarithmic(double low, double high) {
        double end = high > low ? high : low * 2;
        List<Double> marks = marks(low, end, COARSE);
        return new Axis(low, end, true, marks.size() < FEW ? marks(low, end, FINE) : marks);
    }

    private static List<Double> marks(double low, double high, double[] digits) {
        List<Double> marks = new ArrayList<>();
        for (double decade = Math.pow(10, Math.floor(Math.log10(low))); decade <= high; decade *= 10) {
            for (double digit : digits) {
                if (decade * digit >= low && decade * digit <= high) {
                    marks.add(decade * digit);
                }
            }
        }
        return marks;
    }

    /** Where a value lies: 0 at the beginning, 1 at the end; outside of that where the value is outside. */
    double share(double value) {
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** A value in as few digits as it has. */
    static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** A marked value in as few digits as tell it from its neighbours. */
    String label(double tick) {
        if (logarithmic) {
            return plain(new BigDecimal(tick).round(new MathContext(3)).doubleValue());
        }
        double finest = ticks.size() > 1 ? ticks.get(1) - ticks.get(0) : Math.abs(tick);
        int decimals = finest > 0 ? Math.max(0, (int) -Math.floor(Math.log10(finest) + ALMOST)) : 0;
        return String.format(Locale.ROOT, "%." + Math.min(decimals, 9) + "f", tick == 0 ? 0.0 : tick)
                .replace('-', '\u2212');
    }
}
