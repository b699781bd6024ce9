package io.ssdlab.core.table;

import io.ssdlab.core.store.MetricScores;
import io.ssdlab.core.store.ScoredRun;
import java.util.List;

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

    static Delta of(String metric, List<ScoredRun> row, List<ScoredRun> reference) {
        double mean = PERCENT * (mean(metric, row) - mean(metric, reference));
        return new Delta(mean, Double.NaN, Double.NaN, false);
    }

    private static double mean(String metric, List<ScoredRun> runs) {
        return new Sample(runs.stream()
                        .map(run -> run.metrics().get(metric))
                        .map(MetricScores::scores)
                        .map(scores -> scores.value())
                        .toList())
                .mean();
    }

    boolean isUndefined() {
        return Double.isNaN(mean);
    }

    boolean hasInterval() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    boolean isIndistinguishable() {
        return low <= 0 && high >= 0;
    }
}
