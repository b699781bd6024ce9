package io.ssdlab.core.table;

import io.ssdlab.core.store.Checksums;
import io.ssdlab.core.store.InferenceSpeed;
import io.ssdlab.core.store.MetricIdentity;
import io.ssdlab.core.store.MetricScores;
import io.ssdlab.core.store.ResampledScore;
import io.ssdlab.core.store.RunIdentity;
import io.ssdlab.core.store.RunOutcome;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.ScoredRun;
import io.ssdlab.spi.evaluation.Scores;
import java.util.Map;

/** Finished runs for tables. */
final class Runs {

    private Runs() {}

    /** A run with a mean average precision, and with AP .5 for discs and none for rings. */
    static ScoredRun run(String row, long seed, int boxes, double value) {
        RunIdentity identity = RunIdentity.of(row, seed, "data", "MXNet 1.9.1", Map.of());
        RunOutcome outcome = new RunOutcome(boxes, 1_000_000L, Map.of(), new InferenceSpeed(40 + seed, 8, "forward"));
        RunRecord record = new RunRecord(
                identity.id(), "shapes", row, identity, outcome, "2026-05-04T12:00:00Z", Checksums.of(Map.of()));
        return new ScoredRun(
                record,
                Map.of(
                        "voc07", scores("voc07", value, 0.5),
                        "voc12", scores("voc12", value / 2, 0.25)));
    }

    private static MetricScores scores(String metric, double value, double disc) {
        return new MetricScores(
                new MetricIdentity(metric, "{}", "datasets", "1.0", "none"),
                new Scores(value, Map.of("disc", disc, "ring", Double.NaN), Map.of()),
                new ResampledScore("none", new double[0]));
    }
}
