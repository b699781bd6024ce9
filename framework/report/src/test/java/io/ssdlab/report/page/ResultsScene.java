package io.ssdlab.report.page;

import io.ssdlab.core.fidelity.FidelityNote;
import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.core.store.AtomicFile;
import io.ssdlab.core.store.Environment;
import io.ssdlab.core.store.InferenceSpeed;
import io.ssdlab.core.store.MetricIdentity;
import io.ssdlab.core.store.MetricScores;
import io.ssdlab.core.store.MetricsLog;
import io.ssdlab.core.store.ResampledScore;
import io.ssdlab.core.store.RunDescription;
import io.ssdlab.core.store.RunDirectory;
import io.ssdlab.core.store.RunIdentity;
import io.ssdlab.core.store.RunOutcome;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.core.store.StepMetrics;
import io.ssdlab.core.table.AblationLayout;
import io.ssdlab.core.table.RowTrace;
import io.ssdlab.core.table.RunTrace;
import io.ssdlab.core.table.TableTrace;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.evaluation.Scores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A results folder with a few small runs in it, as a store writes them. */
final class ResultsScene {

    static final Clock NOON = Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC);

    private static final String CONFIG = "{\"metrics\": [{\"use\": \"voc07\"}]}";
    private static final String TRUTH = """
            {"images": [{"id": "1", "file_name": "1.jpg", "width": 200, "height": 100}],
             "categories": [{"id": 1, "name": "%s"}, {"id": 2, "name": "dog"}],
             "annotations": [{"id": 1, "image_id": "1", "category_id": 1, "bbox": [10, 10, 40, 40], "area": 1600, "iscrowd": 0},
              {"id": 2, "image_id": "1", "category_id": 2, "bbox": [100, 10, 40, 40], "area": 1600, "iscrowd": 0}]}
            """;
    static final String ONE_FOUND =
            "[{\"image_id\": \"1\", \"category_id\": 1, \"bbox\": [11, 10, 40, 40], \"score\": 0.9}]";
    static final String NONE_FOUND =
            "[{\"image_id\": \"1\", \"category_id\": 1, \"bbox\": [150, 60, 40, 40], \"score\": 0.8}]";

    private final ResultsFolder results;
    private PriorBoxSurvey.Outcome survey = PriorBoxSurvey.Outcome.missing(
            new Problem("dataset.train", "there is no such folder", "give --set data=DIR"));
    private final String className;

    ResultsScene(Path root, String className) {
        this.results = new ResultsFolder(root);
        this.className = className;
    }

    ResultsFolder folder() {
        return results;
    }

    Path folderOf(RunRecord run) {
        return results.runs().folder(run);
    }

    RunDirectory begun(String experiment, String row, long seed) {
        return results.runs()
                .open(
                        new RunDescription(
                                experiment,
                                row,
                                RunIdentity.of(experiment + row, seed, "da7a", "MXNet", Map.of("ssd", "1.0")),
                                new TreeMap<>(Map.of("training.iterations", "3"))),
                        CONFIG);
    }

    RunRecord finished(String experiment, String row, long seed, double score, String detections) {
        RunStore store = results.runs();
        RunRecord run;
        try (RunDirectory directory = begun(experiment, row, seed)) {
            directory.writeEnvironment(new Environment(Map.of("git-commit", "abc123")));
            directory.writeFidelity(FidelityNote.withoutRecipe());
            new AtomicFile(directory.groundTruthFile()).write(TRUTH.formatted(jsonText(className)));
            new AtomicFile(directory.detectionsFile()).write(detections);
            trained(directory, 3);
            run = directory.finish(
                    new RunOutcome(8732, 5, Map.of("train", 12.5), new InferenceSpeed(41, 8, "forward pass")),
                    Instant.parse("2026-05-04T11:00:00Z"));
        }
        store.writeScores(
                run,
                new MetricScores(
                        new MetricIdentity("voc07", "{}", "datasets", "1.0", "none"),
                        new Scores(score / 100, Map.of(), Map.of()),
                        new ResampledScore("images", new double[0])));
        return run;
    }

    static void trained(RunDirectory directory, int steps) {
        try (MetricsLog log = directory.openMetrics(List.of("location", "confidence"), 0)) {
            for (int step = 1; step <= steps; step++) {
                Map<String, Double> terms = new LinkedHashMap<>();
                terms.put("location", 1.0 / step);
                terms.put("confidence", 3.0 / step);
                log.append(new StepMetrics(step, 4.0 / step, terms, 0.001, 20, 0.1));
            }
        }
    }

    private static String jsonText(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** A row of a table with its runs, all of one score. */
    RowTrace row(String label, double score, Map<String, Double> delta, RunRecord... runs) {
        List<RunTrace> seeds = new ArrayList<>();
        for (RunRecord run : runs) {
            seeds.add(new RunTrace(
                    run.seed(),
                    "done",
                    "",
                    run.id(),
                    "runs/" + folderOf(run).getFileName(),
                    "c0ffee",
                    "da7a",
                    new TreeMap<>(Map.of("ssd", "1.0")),
                    "MXNet",
                    "abc123",
                    run.finished(),
                    Map.of("mAP", score)));
        }
        return new RowTrace(
                1,
                label,
                label,
                Map.of("factor", "\u2713"),
                "complete",
                Map.of("mAP", new RowTrace.Value(score, Double.NaN, runs.length)),
                delta,
                Map.of(),
                seeds);
    }

    void tabulated(String experiment, RowTrace... rows) {
        new TableTrace(
                        experiment,
                        "Caption of " + experiment,
                        "MXNet",
                        new AblationLayout.Commands("ssdlab run x.yaml", "ssdlab table x.yaml"),
                        List.of(rows))
                .write(results.experiment(experiment).resolve("trace.json"));
    }

    static Map<String, Double> delta(double mean, double low, double high) {
        return Map.of("mean", mean, "low", low, "high", high);
    }

    /** Two rows of an experiment, the second 20 points worse, and their table. */
    List<RunRecord> withTable(String experiment, String second) {
        RunRecord reference = finished(experiment, "default", 1, 50, ONE_FOUND);
        RunRecord other = finished(experiment, second, 1, 30, NONE_FOUND);
        tabulated(experiment, row("default", 50, Map.of(), reference), row(second, 30, delta(-20, -25, -15), other));
        return List.of(reference, other);
    }

    /** What the prior boxes of all runs can match, from now on. */
    void covered(PriorBoxSurvey.Outcome outcome) {
        survey = outcome;
    }

    Report.Written report() {
        return with(report -> report.write());
    }

    <T> T with(Function<Report, T> work) {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            return work.apply(new Report(
                    results,
                    run -> TestPictures.Split.missing(
                            new Problem("dataset.test", "there is no such folder", "give --set data=DIR")),
                    run -> survey,
                    NOON,
                    pool));
        } finally {
            pool.shutdownNow();
        }
    }

    /** All pages below the report's folder, by path. */
    Map<String, String> pages() {
        Path root = results.root().resolve("report");
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .collect(Collectors.toMap(file -> root.relativize(file).toString(), file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
