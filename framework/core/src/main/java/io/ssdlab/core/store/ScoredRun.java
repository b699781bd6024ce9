package io.ssdlab.core.store;

import io.ssdlab.spi.evaluation.Scores;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A finished run and what metrics say of it.
 *
 * @param run what was trained and detected
 * @param metrics by metric name, in the experiment's order
 */
public record ScoredRun(RunRecord run, Map<String, MetricScores> metrics) {

    public ScoredRun {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** The scores under a metric; empty if it was not asked for. */
    public Optional<Scores> scores(String metric) {
        return Optional.ofNullable(metrics.get(metric)).map(MetricScores::scores);
    }
}
