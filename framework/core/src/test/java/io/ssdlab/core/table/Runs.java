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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Finished runs and rows for tables. */
final class Runs {

    private static final int RESAMPLES = 200;

    private Runs() {}

    /** A run with a mean average precision, and with AP .5 for discs and none for rings. */
    static ScoredRun run(String row, long seed, double value, String images) {
        RunIdentity identity = RunIdentity.of(row, seed, "data", "MXNet", Map.of("ssd", "1.0"));
        RunOutcome outcome =
                new RunOutcome(8732, 1_000_000L, Map.of(), new InferenceSpeed(40 + seed, 8, "forward pass"));
        RunRecord record = new RunRecord(
                identity.id(), "shapes", row, identity, outcome, "2026-05-04T12:00:00Z", Checksums.of(Map.of()));
        Map<String, MetricScores> scores = new LinkedHashMap<>();
        scores.put(
                "voc07",
                scores("voc07", new Scores(value, Map.of("disc", 0.5, "ring", Double.NaN), Map.of()), seed, images));
        scores.put(
                "coco",
                scores(
                        "coco",
                        new Scores(value / 2, Map.of("disc", 0.25), Map.of("AP50", 2 * value / 3)),
                        seed,
                        images));
        return new ScoredRun(record, scores);
    }

    /** Resamples scatter by a hundredth around the value, alike for all runs. */
    private static MetricScores scores(String metric, Scores scores, long seed, String images) {
        double[] values = new double[RESAMPLES];
        Arrays.setAll(values, i -> scores.value() + 0.01 * Math.sin(i) + 0.001 * Math.cos((double) i * seed));
        return new MetricScores(
                new MetricIdentity(metric, "{}", "datasets", "1.0", "1000"),
                scores,
                new ResampledScore(images, values));
    }

    static SeedRun done(String row, long seed, double value) {
        return done(row, seed, value, "images");
    }

    static SeedRun done(String row, long seed, double value, String images) {
        return SeedRun.done(run(row, seed, value, images));
    }

    static SeedRun stale(String row, long seed, double value, String why) {
        return SeedRun.stale(run(row, seed, value, "images"), why);
    }

    /** A row with one factor. */
    static AblationRow row(String label, String factor, String cell, SeedRun... runs) {
        return row(label, Map.of(factor, cell), Map.of(), false, runs);
    }

    static AblationRow row(
            String label,
            Map<String, String> factors,
            Map<String, PublishedNumber> published,
            boolean reference,
            SeedRun... runs) {
        return new AblationRow(
                label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                label,
                factors,
                published,
                reference,
                runs.length == 0 ? OptionalInt.empty() : OptionalInt.of(8732),
                runs.length == 0 ? "" : "voc07",
                List.of(runs),
                "");
    }

    static AblationLayout layout(List<String> factors, String... columns) {
        return layout(factors, List.of(), columns);
    }

    static AblationLayout layout(List<String> factors, List<String> groups, String... columns) {
        return new AblationLayout(
                "shapes",
                "Shapes",
                "MXNet",
                "",
                factors,
                groups,
                List.of(columns),
                "voc07",
                List.of("voc07", "coco"),
                List.of(),
                new AblationLayout.Commands("ssdlab run f.yaml", "ssdlab table f.yaml"));
    }
}
