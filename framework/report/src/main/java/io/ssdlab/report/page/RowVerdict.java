package io.ssdlab.report.page;

import io.ssdlab.core.table.RowTrace;
import io.ssdlab.report.figure.IntervalRow;
import io.ssdlab.report.figure.Standing;
import java.util.List;

/**
 * What a row of a table did to the score, and how sure that is.
 *
 * @param row of the table
 * @param standing to the reference row
 * @param difference to it in points (percent of the metric); NaN if there is none
 * @param low the lower end of the 95 % interval; NaN if there is none
 * @param high the upper end
 * @param ofSeeds whether the interval is of the seeds too, not of the test images alone
 */
record RowVerdict(RowTrace row, Standing standing, double difference, double low, double high, boolean ofSeeds) {

    private static final String MINUS = "\u2212";
    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    /** The reference row's own. */
    static RowVerdict ofReference(RowTrace row) {
        return new RowVerdict(row, Standing.REFERENCE, 0, Double.NaN, Double.NaN, false);
    }

    /** @param ofSeeds whether both rows have several runs */
    static RowVerdict of(RowTrace row, boolean ofSeeds) {
        double difference = row.delta().getOrDefault("mean", Double.NaN);
        double low = row.delta().getOrDefault("low", Double.NaN);
        double high = row.delta().getOrDefault("high", Double.NaN);
        return new RowVerdict(row, standing(low, high), difference, low, high, ofSeeds);
    }

    private static Standing standing(double low, double high) {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return Standing.UNKNOWN;
        }
        return low > 0 ? Standing.BETTER : high < 0 ? Standing.WORSE : Standing.INDISTINGUISHABLE;
    }

    /** The verdict as a sentence's end: {@code 28.9 points worse (26.6 to 31.1); one seed}. */
    String words() {
        return switch (standing) {
            case REFERENCE -> "reference: %s; %s".formatted(score(), seeds());
            case BETTER -> RootText.of("%.1f points better (%.1f to %.1f); %s", difference, low, high, seeds());
            case WORSE -> RootText.of("%.1f points worse (%.1f to %.1f); %s", -difference, -high, -low, seeds());
            case INDISTINGUISHABLE ->
                "indistinguishable: %s (%s to %s); %s"
                        .formatted(signed(difference), signed(low), signed(high), seeds());
            case UNKNOWN -> unknown();
        };
    }

    private String unknown() {
        if (row.state().equals("cited")) {
            return "published numbers alone";
        }
        if (Double.isNaN(difference)) {
            return row.values().containsKey(TracedTable.SCORE) ? score() + ", no difference to tell" : row.state();
        }
        return "%s, no interval; %s".formatted(signed(difference), seeds());
    }

    /** The verdict in a word and its numbers: {@code −28.9 (−31.1 to −26.6)}. */
    String brief() {
        if (standing == Standing.REFERENCE) {
            return "reference";
        }
        return standing == Standing.UNKNOWN && Double.isNaN(difference)
                ? row.state()
                : "%s (%s to %s)".formatted(signed(difference), signed(low), signed(high));
    }

    /** Whether its interval says nothing of other seeds. */
    boolean isOfImagesAlone() {
        return !Double.isNaN(low) && !Double.isNaN(high) && !ofSeeds;
    }

    private String score() {
        RowTrace.Value score = row.values().get(TracedTable.SCORE);
        if (score == null || Double.isNaN(score.mean())) {
            return "no score";
        }
        return Double.isNaN(score.deviation())
                ? RootText.of("%.1f", score.mean())
                : RootText.of("%.1f \u00b1 %.1f", score.mean(), score.deviation());
    }

    /** Of how many runs the numbers are: {@code one seed}, {@code two of three seeds}. */
    String seeds() {
        long done = TracedTable.runs(row);
        int wanted = row.seeds().size();
        String stale = row.state().equals("stale") ? ", stale" : "";
        String of = done < wanted ? " of " + number(wanted) : "";
        return "%s%s seed%s%s".formatted(number(done), of, done == 1 && of.isEmpty() ? "" : "s", stale);
    }

    private static String number(long count) {
        return count < NUMBERS.size() ? NUMBERS.get((int) count) : Long.toString(count);
    }

    static String signed(double value) {
        return RootText.of("%+.1f", value).replace("-", MINUS);
    }

    /** The row in a figure. */
    IntervalRow figureRow() {
        return new IntervalRow(row.row(), difference, low, high, standing, ofSeeds, words());
    }
}
