package io.ssdlab.report.page;

import io.ssdlab.report.diagnosis.DiagnosisOutcome;
import io.ssdlab.report.diagnosis.DiagnosisSettings;
import io.ssdlab.report.diagnosis.RunComparison;
import io.ssdlab.report.diagnosis.RunDiagnoser;
import io.ssdlab.report.diagnosis.RunDiagnosis;
import io.ssdlab.report.figure.Markup;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the pages of experiments, of their runs, and of runs held against each other. A few experiments at a time: of these, the
 * diagnoses of runs that are compared are held in memory, and no others. For one thread, which puts the pool to work.
 */
final class ExperimentPages {

    /** Enough that the pool is seldom idle at the end of a batch. */
    private static final int BATCH = 64;

    private final ReportFolder folder;
    private final Gallery gallery;
    private final PriorBoxSurvey priors;
    private final ExecutorService pool;
    private final RunDiagnoser diagnoser = new RunDiagnoser(DiagnosisSettings.standard());

    /** @param pool whose threads diagnose runs and write pages */
    ExperimentPages(ReportFolder folder, Gallery gallery, PriorBoxSurvey priors, ExecutorService pool) {
        this.folder = folder;
        this.gallery = gallery;
        this.priors = priors;
        this.pool = pool;
    }

    /**
     * Writes all pages of experiments.
     *
     * @return their runs by name, with what is wrong with their detections
     */
    Map<String, StoredRun> write(List<ExperimentEntry> entries) {
        Map<String, StoredRun> known = new ConcurrentHashMap<>();
        List<ExperimentEntry> batch = new ArrayList<>();
        int runs = 0;
        for (ExperimentEntry entry : entries) {
            batch.add(entry);
            runs += entry.runs().size();
            if (runs >= BATCH) {
                writeBatch(batch, known, entries);
                batch.clear();
                runs = 0;
            }
        }
        writeBatch(batch, known, entries);
        return known;
    }

    /** @param all that have a page, which those of runs lead back to */
    private void writeBatch(List<ExperimentEntry> entries, Map<String, StoredRun> known, List<ExperimentEntry> all) {
        Map<String, RunDiagnosis> held = new ConcurrentHashMap<>();
        Set<StoredRun> compared = compared(entries);
        Set<StoredRun> runs =
                entries.stream().flatMap(entry -> entry.runs().stream()).collect(Collectors.toSet());
        together(runs, run -> {
            if (!known.containsKey(run.name()) || compared.contains(run)) {
                diagnosed(run, known, all)
                        .filter(found -> compared.contains(run))
                        .ifPresent(found -> held.put(run.name(), found));
            }
        });
        List<ExperimentEntry> now =
                entries.stream().map(entry -> entry.with(known)).toList();
        // Others, where a run that was to be compared is damaged.
        together(compared(now), run -> {
            if (!held.containsKey(run.name())) {
                diagnosed(run, known, all).ifPresent(found -> held.put(run.name(), found));
            }
        });
        Map<RunPair, String> words = new ConcurrentHashMap<>();
        together(now.stream().flatMap(entry -> entry.pairs().stream()).collect(Collectors.toSet()), pair -> {
            RunDiagnosis first = held.get(pair.first().name());
            RunDiagnosis second = held.get(pair.second().name());
            if (first != null
                    && second != null
                    && RunComparison.obstacle(first, second).isEmpty()) {
                words.put(pair, write(pair, first, second, all));
            }
        });
        together(now, entry -> write(entry, words));
    }

    private static Set<StoredRun> compared(List<ExperimentEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.pairs().stream())
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .collect(Collectors.toSet());
    }

    /** Diagnoses a run and, the first time, writes its page. */
    private Optional<RunDiagnosis> diagnosed(StoredRun run, Map<String, StoredRun> known, List<ExperimentEntry> all) {
        Optional<DiagnosisOutcome> outcome = run.finished().map(diagnoser::diagnose);
        Optional<RunDiagnosis> diagnosis = outcome.flatMap(DiagnosisOutcome::diagnosis);
        StoredRun now = outcome.map(found -> run.with(found.problems())).orElse(run);
        if (known.putIfAbsent(run.name(), now) == null && run.hasPage()) {
            write(now, diagnosis, all);
        }
        return diagnosis;
    }

    /**
     * Writes the pages of two runs, and the one that holds them against each other.
     *
     * @throws InvalidInputException if one of them is not whole, or they cannot be compared
     */
    void write(RunPair pair) {
        Map<String, StoredRun> known = new LinkedHashMap<>();
        Optional<RunDiagnosis> first = diagnosed(pair.first(), known, List.of());
        Optional<RunDiagnosis> second = diagnosed(pair.second(), known, List.of());
        List<Problem> problems = new ArrayList<>();
        known.values().forEach(run -> problems.addAll(run.problems()));
        if (first.isPresent() && second.isPresent()) {
            RunComparison.obstacle(first.get(), second.get()).ifPresent(problems::add);
        }
        if (!problems.isEmpty() || first.isEmpty() || second.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        write(pair, first.get(), second.get(), List.of());
    }

    private void write(StoredRun run, Optional<RunDiagnosis> diagnosis, List<ExperimentEntry> all) {
        Optional<Markup> images =
                diagnosis.flatMap(found -> run.finished().map(finished -> gallery.ofRun(finished, found)));
        folder.write(
                Links.runFile(run.name()),
                run.label() + " \u2013 " + run.summary().experiment(),
                Optional.empty(),
                new RunPage(
                                run,
                                diagnosis,
                                images,
                                all.stream()
                                        .filter(entry -> entry.runs().contains(run))
                                        .toList())
                        .body());
    }

    private void write(ExperimentEntry entry, Map<RunPair, String> words) {
        Map<RunPair, String> ofEntry = new LinkedHashMap<>();
        entry.pairs().forEach(pair -> Optional.ofNullable(words.get(pair)).ifPresent(text -> ofEntry.put(pair, text)));
        folder.write(
                Links.experimentFile(entry.key()),
                entry.title(),
                Optional.empty(),
                new ExperimentPage(entry, ofEntry, CoverageSection.of(entry, priors)).body());
    }

    private String write(RunPair pair, RunDiagnosis first, RunDiagnosis second, List<ExperimentEntry> all) {
        RunComparison comparison = RunComparison.of(first, second);
        Markup images = gallery.ofComparison(pair.first().finished().orElseThrow(), first, pair, comparison);
        folder.write(
                pair.file(),
                ComparisonPage.title(pair),
                Optional.empty(),
                new ComparisonPage(
                                pair,
                                first,
                                second,
                                comparison,
                                images,
                                all.stream()
                                        .filter(entry -> entry.pairs().contains(pair))
                                        .toList())
                        .body());
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
