package io.ssdlab.report.page;

import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.core.store.RunFolder;
import io.ssdlab.report.diagnosis.DiagnosisOutcome;
import io.ssdlab.report.diagnosis.DiagnosisSettings;
import io.ssdlab.report.diagnosis.RunComparison;
import io.ssdlab.report.diagnosis.RunDiagnoser;
import io.ssdlab.report.diagnosis.RunDiagnosis;
import io.ssdlab.report.figure.Markup;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The report over a results folder, in {@code report/} there: from stored runs alone, without an engine or a network. What is
 * damaged is named in it and does not keep the rest from being reported.
 */
public final class Report {

    private static final String FOLDER = "report";

    private final ResultsFolder results;
    private final Clock clock;
    private final ExecutorService pool;
    private final ReportFolder folder;
    private final Gallery gallery;
    private final RunDiagnoser diagnoser = new RunDiagnoser(DiagnosisSettings.standard());

    /**
     * @param pictures of test splits
     * @param clock tells when the report was made
     * @param pool whose threads read runs and write pages
     */
    public Report(ResultsFolder results, TestPictures pictures, Clock clock, ExecutorService pool) {
        this.results = results;
        this.clock = clock;
        this.pool = pool;
        this.folder = new ReportFolder(results.root().resolve(FOLDER));
        this.gallery = new Gallery(new Thumbnails(folder.root(), pictures));
    }

    /**
     * What was written.
     *
     * @param page to open first
     * @param experiments shown
     * @param runs shown
     * @param problems with what is not whole
     */
    public record Written(Path page, int experiments, int runs, List<Problem> problems) {

        public Written {
            problems = List.copyOf(problems);
        }
    }

    /** Writes all pages. */
    public Written write() {
        List<StoredRun> stored = new StoredRuns(results.runs()).read();
        Map<String, RunDiagnosis> diagnoses = new LinkedHashMap<>();
        List<StoredRun> runs = diagnosed(stored, diagnoses);
        Traces traces = Traces.read(
                results.root(),
                runs.stream()
                        .filter(run -> !run.summary().id().isEmpty())
                        .collect(Collectors.toMap(
                                run -> run.summary().id(), run -> run.summary().metric(), (one, other) -> one)));
        List<ExperimentEntry> entries = entries(traces.tables(), runs);
        together(runs.stream().filter(Report::hasPage).toList(), run -> write(run, diagnoses));
        Map<RunPair, String> compared = compared(entries, diagnoses);
        together(entries, entry -> write(entry, compared));
        List<Problem> problems = new ArrayList<>(traces.problems());
        runs.forEach(run -> problems.addAll(run.problems()));
        folder.write(Links.INDEX, "ssdlab report", Optional.empty(), new IndexPage(entries, problems, now()).body());
        folder.sweep();
        return new Written(folder.root().resolve(Links.INDEX), entries.size(), runs.size(), problems);
    }

    /**
     * Writes the page that holds one run against another.
     *
     * @param first the name of a run's folder, or the first digits of its id
     * @param second of another
     * @return the page
     * @throws InvalidInputException if there is no such run, or the two cannot be compared
     */
    public Path compare(String first, String second) {
        FinishedRun one = results.runs().named(first);
        FinishedRun other = results.runs().named(second);
        Map<String, StoredRun> byName =
                new StoredRuns(results.runs()).read().stream().collect(Collectors.toMap(StoredRun::name, run -> run));
        StoredRun firstRun = byName.get(one.folder().getFileName().toString());
        StoredRun secondRun = byName.get(other.folder().getFileName().toString());
        Map<String, RunDiagnosis> diagnoses = new LinkedHashMap<>();
        List<Problem> problems = diagnosed(List.of(firstRun, secondRun), diagnoses).stream()
                .flatMap(run -> run.problems().stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        RunPair pair = new RunPair(firstRun.label(), firstRun, secondRun.label(), secondRun);
        RunComparison.obstacle(diagnoses.get(firstRun.name()), diagnoses.get(secondRun.name()))
                .ifPresent(obstacle -> {
                    throw new InvalidInputException(List.of(obstacle));
                });
        for (StoredRun run : List.of(firstRun, secondRun)) {
            write(run, diagnoses);
        }
        write(pair, diagnoses);
        return folder.root().resolve(pair.file());
    }

    /** The page of the runs in progress. */
    public Path livePage() {
        return folder.root().resolve(Links.LIVE);
    }

    /**
     * Writes the page of the runs in progress; browsers load it again by themselves as long as there are any.
     *
     * @param again after how many seconds
     * @return the names of these runs
     */
    public List<String> writeLive(int again) {
        List<StoredRun> running = new StoredRuns(results.runs()).running();
        folder.write(
                Links.LIVE,
                "In progress",
                running.isEmpty() ? Optional.empty() : Optional.of(again),
                new LivePage(running, now()).body());
        return running.stream().map(StoredRun::name).toList();
    }

    private String now() {
        return Instant.now(clock)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace("T", " ")
                .replace("Z", " UTC");
    }

    /** Runs that have a page: those of this store. */
    private static boolean hasPage(StoredRun run) {
        return run.folder().state() != RunFolder.State.FOREIGN;
    }

    private List<StoredRun> diagnosed(List<StoredRun> stored, Map<String, RunDiagnosis> diagnoses) {
        List<StoredRun> whole =
                stored.stream().filter(run -> run.finished().isPresent()).toList();
        List<DiagnosisOutcome> outcomes = diagnoser.diagnose(
                whole.stream().flatMap(run -> run.finished().stream()).toList(), pool);
        Map<String, DiagnosisOutcome> byRun = new LinkedHashMap<>();
        outcomes.forEach(outcome -> byRun.put(outcome.run(), outcome));
        outcomes.forEach(
                outcome -> outcome.diagnosis().ifPresent(diagnosis -> diagnoses.put(outcome.run(), diagnosis)));
        return stored.stream()
                .map(run -> Optional.ofNullable(byRun.get(run.name()))
                        .map(outcome -> run.with(outcome.problems()))
                        .orElse(run))
                .toList();
    }

    /** The tables, then the experiments with runs that no table shows. */
    private static List<ExperimentEntry> entries(List<TracedTable> tables, List<StoredRun> runs) {
        List<ExperimentEntry> entries = new ArrayList<>();
        tables.forEach(table -> entries.add(ExperimentEntry.of(table, runs)));
        List<StoredRun> shown =
                entries.stream().flatMap(entry -> entry.runs().stream()).toList();
        runs.stream()
                .filter(run -> !shown.contains(run) && hasPage(run))
                .collect(Collectors.groupingBy(
                        run -> run.summary().experiment().isEmpty()
                                ? "unknown"
                                : run.summary().experiment(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((experiment, left) -> entries.add(ExperimentEntry.withoutTable(experiment, left)));
        return entries;
    }

    private void write(StoredRun run, Map<String, RunDiagnosis> diagnoses) {
        Optional<RunDiagnosis> diagnosis = Optional.ofNullable(diagnoses.get(run.name()));
        Optional<Markup> images =
                diagnosis.flatMap(found -> run.finished().map(finished -> gallery.ofRun(finished, found)));
        folder.write(
                Links.runFile(run.name()),
                run.label() + " \u2013 " + run.summary().experiment(),
                Optional.empty(),
                new RunPage(run, diagnosis, images).body());
    }

    private void write(ExperimentEntry entry, Map<RunPair, String> compared) {
        Map<RunPair, String> ofEntry = new LinkedHashMap<>();
        entry.pairs()
                .forEach(pair -> Optional.ofNullable(compared.get(pair)).ifPresent(words -> ofEntry.put(pair, words)));
        folder.write(
                Links.experimentFile(entry.key()),
                entry.title(),
                Optional.empty(),
                new ExperimentPage(entry, ofEntry).body());
    }

    private Map<RunPair, String> compared(List<ExperimentEntry> entries, Map<String, RunDiagnosis> diagnoses) {
        List<RunPair> pairs = entries.stream()
                .flatMap(entry -> entry.pairs().stream())
                .distinct()
                .filter(pair -> isComparable(pair, diagnoses))
                .toList();
        Map<RunPair, String> compared = new ConcurrentHashMap<>();
        together(pairs, pair -> compared.put(pair, write(pair, diagnoses)));
        return compared;
    }

    private static boolean isComparable(RunPair pair, Map<String, RunDiagnosis> diagnoses) {
        RunDiagnosis first = diagnoses.get(pair.first().name());
        RunDiagnosis second = diagnoses.get(pair.second().name());
        return first != null
                && second != null
                && RunComparison.obstacle(first, second).isEmpty();
    }

    private String write(RunPair pair, Map<String, RunDiagnosis> diagnoses) {
        RunDiagnosis first = diagnoses.get(pair.first().name());
        RunDiagnosis second = diagnoses.get(pair.second().name());
        RunComparison comparison = RunComparison.of(first, second);
        Markup images = gallery.ofComparison(pair.first().finished().orElseThrow(), first, pair, comparison);
        folder.write(
                pair.file(),
                ComparisonPage.title(pair),
                Optional.empty(),
                new ComparisonPage(pair, first, second, comparison, images).body());
        return ComparisonPage.words(comparison);
    }

    private <T> void together(Collection<T> parts, Consumer<T> work) {
        List<CompletableFuture<Void>> running = parts.stream()
                .map(part -> CompletableFuture.runAsync(() -> work.accept(part), pool))
                .toList();
        try {
            running.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
