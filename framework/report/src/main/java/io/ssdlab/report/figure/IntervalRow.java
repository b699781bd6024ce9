package io.ssdlab.report.figure;

import java.util.Locale;

/**
 * A row of a figure of differences.
 *
 * @param label of the row
 * @param difference to the reference row; NaN if there is none
 * @param low the interval's lower end; NaN if there is none
 * @param high the interval's upper end; NaN if there is none
 * @param standing to the reference row
 * @param ofSeeds whether the interval is of the seeds too; dashed if not
 * @param words what the numbers say
 */
public record IntervalRow(
        String label, double difference, double low, double high, Standing standing, boolean ofSeeds, String words) {

    /** The same with its difference and interval for words: {@code −28.9 (−31.1 to −26.6)}. */
    IntervalRow inNumbers() {
        return hasDifference() && hasInterval()
                ? new IntervalRow(
                        label,
                        difference,
                        low,
                        high,
                        standing,
                        ofSeeds,
                        "%s (%s to %s)".formatted(signed(difference), signed(low), signed(high)))
                : this;
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.1f", value).replace('-', '\u2212');
    }

    boolean hasInterval() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    boolean hasDifference() {
        return !Double.isNaN(difference);
    }
}
