package io.ssdlab.core.table;

import io.ssdlab.core.statistics.Difference;
import io.ssdlab.core.statistics.RowSample;
import io.ssdlab.core.statistics.SeedScore;
import io.ssdlab.core.store.MetricScores;
import io.ssdlab.core.store.ResampledScore;
import io.ssdlab.core.store.ScoredRun;
import java.util.List;
import java.util.stream.Stream;

/**
 * The difference of a row to the reference row under a metric, in percent.
 *
 * @param mean of the row less that of the reference
 * @param low the lower end of the 95 % interval; NaN if it cannot be told
 * @param high the upper end
 * @param seedsCounted whether the interval is also of the seeds, not of the test images alone
 */
record Delta(double mean, double low, double high, boolean seedsCounted) {

    private static final double PERCENT = 100;

    /** Of rows with a run each at least. There is no interval if the runs were not all scored on the same images. */
    static Delta of(String metric, List<ScoredRun> row, List<ScoredRun> reference) {
        List<MetricScores> ours = scores(metric, row);
        List<MetricScores> theirs = scores(metric, reference);
        long images = Stream.concat(ours.stream(), theirs.stream())
                .map(MetricScores::resampled)
                .map(ResampledScore::images)
                .distinct()
                .count();
        if (images != 1) {
            return new Delta(PERCENT * (mean(ours) - mean(theirs)), Double.NaN, Double.NaN, false);
        }
        Difference difference = Difference.of(sample(ours), sample(theirs));
        return new Delta(
                PERCENT * difference.mean(),
                PERCENT * difference.low(),
                PERCENT * difference.high(),
                difference.seedsCounted());
    }

    private static List<MetricScores> scores(String metric, List<ScoredRun> runs) {
        return runs.stream().map(run -> run.metrics().get(metric)).toList();
    }

    private static double mean(List<MetricScores> runs) {
        return new Sample(runs.stream().map(run -> run.scores().value()).toList()).mean();
    }

    private static RowSample sample(List<MetricScores> runs) {
        return new RowSample(runs.stream()
                .map(run -> new SeedScore(run.scores().value(), run.resampled()))
                .toList());
    }

    boolean isUndefined() {
        return Double.isNaN(mean);
    }

    boolean hasInterval() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    /** Whether the runs at hand cannot tell the row from the reference. */
    boolean isIndistinguishable() {
        return low <= 0 && high >= 0;
    }
}
