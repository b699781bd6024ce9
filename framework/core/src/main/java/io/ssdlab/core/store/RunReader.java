package io.ssdlab.core.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.ssdlab.core.fidelity.FidelityNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tells of the runs of a store, in whatever state they are. Thread-safe. */
public final class RunReader {

    private static final String ITERATIONS = "training.iterations";
    private static final String WHOLE = "whole";
    private static final String DAMAGED = "damaged";

    private final RunFiles files = new RunFiles();
    private final ScoreFiles scores = new ScoreFiles();

    /** A run in a line. */
    public RunSummary summary(RunFolder folder) {
        Optional<RunIdentity> identity = folder.identity();
        Optional<MetricScores> first = firstScore(folder.path());
        boolean finished = folder.state() == RunFolder.State.FINISHED;
        long iterations = folder.description()
                .map(run -> run.settings().get(ITERATIONS))
                .map(RunReader::number)
                .orElse(0L);
        return new RunSummary(
                identity.map(RunIdentity::id).orElse(""),
                folder.name(),
                folder.record()
                        .map(RunRecord::experiment)
                        .or(() -> folder.description().map(RunDescription::experiment))
                        .orElse(""),
                folder.record()
                        .map(RunRecord::row)
                        .or(() -> folder.description().map(RunDescription::row))
                        .orElse(""),
                identity.map(run -> Long.toString(run.seed())).orElse(""),
                identity.map(RunIdentity::engine).orElse(""),
                finished && iterations > 0 ? iterations : folder.iteration(),
                iterations,
                first.map(score -> score.metric().name()).orElse(""),
                first.map(score -> score.scores().value()).orElse(Double.NaN),
                folder.state().name().toLowerCase(Locale.ROOT),
                folder.faults(),
                folder.bytes(),
                folder.record()
                        .map(run -> Instant.parse(run.finished()))
                        .or(() -> lastTouched(folder.path()))
                        .map(when -> when.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(""));
    }

    private static Long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0L;
    }

    private Optional<MetricScores> firstScore(Path folder) {
        List<MetricScores> stored = scores.readAll(folder);
        return stored.stream()
                .filter(score -> stored.size() == 1
                        || score.metric().name().equals(firstMetric(folder).orElse("")))
                .findFirst();
    }

    private Optional<String> firstMetric(Path folder) {
        return read(folder.resolve(RunDirectory.CONFIG), JsonNode.class)
                .map(config -> config.path("metrics").path(0))
                .map(metric -> metric.isTextual() ? metric : metric.path("use"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    private static Optional<Instant> lastTouched(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.flatMap(file -> modified(file).stream()).max(Instant::compareTo);
        } catch (IOException vanished) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> modified(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException vanished) {
            return Optional.empty();
        }
    }

    /** What metrics say of a run, by file name; empty if nothing is stored. */
    public List<MetricScores> scores(RunFolder folder) {
        return scores.readAll(folder.path());
    }

    /**
     * What each training step measured, so far.
     *
     * @return empty if no step is noted yet
     * @throws StorageException if the log is damaged
     */
    public List<StepMetrics> steps(RunFolder folder) {
        Path file = folder.path().resolve(RunDirectory.METRICS);
        return Files.isRegularFile(file) ? MetricsLog.read(file) : List.of();
    }

    /** How the run's scores grew; empty if that was not asked for, or is damaged. */
    public List<LearningCurve.Point> learningCurve(RunFolder folder) {
        Path file = folder.path().resolve(RunDirectory.LEARNING_CURVE);
        return Files.isRegularFile(file) ? LearningCurve.read(file).orElse(List.of()) : List.of();
    }

    /** All that is stored of a run; the checksums of its files are computed. */
    public RunDetails details(RunFolder folder) {
        Path path = folder.path();
        Map<String, String> facts = new LinkedHashMap<>();
        read(path.resolve(RunDirectory.ENVIRONMENT), JsonNode.class)
                .ifPresent(json -> json.properties()
                        .forEach(
                                fact -> facts.put(fact.getKey(), fact.getValue().asText())));
        return new RunDetails(
                folder,
                summary(folder),
                new Environment(facts),
                scores.readAll(path),
                read(path.resolve(RunDirectory.FIDELITY), FidelityNote.class),
                checks(folder));
    }

    private List<RunDetails.FileCheck> checks(RunFolder folder) {
        Path path = folder.path();
        SortedMap<String, String> states = new TreeMap<>();
        Checksums.names(path).forEach(name -> states.put(name, "unchecked"));
        folder.record()
                .ifPresent(run -> run.checksums().sha256().forEach((name, sum) -> {
                    Path file = path.resolve(name);
                    boolean whole = Files.isRegularFile(file) && Sha256.of(file).equals(sum);
                    states.put(name, whole ? WHOLE : Files.exists(file) ? DAMAGED : "missing");
                }));
        scores.wholeness(path).forEach((name, whole) -> states.put(name, whole ? WHOLE : DAMAGED));
        return states.entrySet().stream()
                .map(file ->
                        new RunDetails.FileCheck(file.getKey(), bytes(path.resolve(file.getKey())), file.getValue()))
                .toList();
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException missing) {
            return 0;
        }
    }

    private <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return Files.isRegularFile(file) ? Optional.of(files.read(file, type)) : Optional.empty();
        } catch (StorageException unreadable) {
            return Optional.empty();
        }
    }
}
