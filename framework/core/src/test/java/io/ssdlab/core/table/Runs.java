package io.ssdlab.core.table;

import io.ssdlab.core.store.Checksums;
import io.ssdlab.core.store.InferenceSpeed;
import io.ssdlab.core.store.RunIdentity;
import io.ssdlab.core.store.RunOutcome;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.spi.evaluation.Scores;
import java.util.Map;

/** Finished runs for tables. */
final class Runs {

    private Runs() {}

    /** A run with a mean average precision, and with AP .5 for discs and none for rings. */
    static RunRecord run(String row, long seed, int boxes, double value) {
        RunIdentity identity = RunIdentity.of(row, seed, "data", "MXNet 1.9.1", Map.of());
        RunOutcome outcome = new RunOutcome(
                boxes,
                1_000_000L,
                Map.of(),
                new InferenceSpeed(40 + seed, 8, "forward"),
                Map.of(
                        "voc07", new Scores(value, Map.of("disc", 0.5, "ring", Double.NaN), Map.of()),
                        "voc12", new Scores(value / 2, Map.of("disc", 0.25, "ring", Double.NaN), Map.of())));
        return new RunRecord(
                identity.id(), "shapes", row, identity, outcome, "2026-05-04T12:00:00Z", Checksums.of(Map.of()));
    }
}
