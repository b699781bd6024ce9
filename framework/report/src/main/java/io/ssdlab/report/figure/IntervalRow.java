package io.ssdlab.report.figure;

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

    boolean hasInterval() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    boolean hasDifference() {
        return !Double.isNaN(difference);
    }
}
