package io.ssdlab.report.page;

import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

/**
 * The report over a results folder, in {@code report/} there: from stored runs alone, without an engine or a network. What is
 * damaged is named in it and does not keep the rest from being reported.
 */
public final class Report {

    private final ResultsFolder results;
    private final Clock clock;
    private final ReportFolder folder;
    private final ExperimentPages pages;

    /**
     * @param pictures of test splits
     * @param priors of runs, and what they can match
     * @param clock tells when the report was made
     * @param pool whose threads read runs and write pages
     */
    public Report(
            ResultsFolder results, TestPictures pictures, PriorBoxSurvey priors, Clock clock, ExecutorService pool) {
        this.results = results;
        this.clock = clock;
        this.folder = ReportFolder.of(results);
        this.pages = new ExperimentPages(folder, new Gallery(new Thumbnails(folder.root(), pictures)), priors, pool);
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
        Traces traces = Traces.read(
                results.root(),
                stored.stream()
                        .filter(run -> !run.summary().id().isEmpty())
                        .collect(Collectors.toMap(
                                run -> run.summary().id(), run -> run.summary().metric(), (one, other) -> one)));
        List<ExperimentEntry> entries = entries(traces.tables(), stored);
        Map<String, StoredRun> known = pages.write(entries);
        List<Problem> problems = new ArrayList<>(traces.problems());
        stored.forEach(
                run -> problems.addAll(known.getOrDefault(run.name(), run).problems()));
        List<ExperimentEntry> now =
                entries.stream().map(entry -> entry.with(known)).toList();
        folder.write(
                Links.INDEX,
                "ssdlab report",
                Optional.empty(),
                new IndexPage(now, problems, PageTime.of(clock)).body());
        folder.sweep();
        return new Written(folder.root().resolve(Links.INDEX), entries.size(), stored.size(), problems);
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
        if (one.folder().equals(other.folder())) {
            throw new InvalidInputException(second, "is the same run as " + first, "give two runs");
        }
        Map<String, StoredRun> byName =
                new StoredRuns(results.runs()).read().stream().collect(Collectors.toMap(StoredRun::name, run -> run));
        StoredRun firstRun = byName.get(one.folder().getFileName().toString());
        StoredRun secondRun = byName.get(other.folder().getFileName().toString());
        RunPair pair = new RunPair(firstRun.label(), firstRun, secondRun.label(), secondRun);
        pages.write(pair);
        return folder.root().resolve(pair.file());
    }

    /** The tables, then the experiments with runs that no table shows. */
    private static List<ExperimentEntry> entries(List<TracedTable> tables, List<StoredRun> runs) {
        List<ExperimentEntry> entries = new ArrayList<>();
        tables.forEach(table -> entries.add(ExperimentEntry.of(table, runs)));
        Set<StoredRun> shown =
                entries.stream().flatMap(entry -> entry.runs().stream()).collect(Collectors.toSet());
        runs.stream()
                .filter(run -> !shown.contains(run) && run.hasPage())
                .collect(Collectors.groupingBy(
                        run -> run.summary().experiment().isEmpty()
                                ? "unknown"
                                : run.summary().experiment(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((experiment, left) -> entries.add(ExperimentEntry.withoutTable(experiment, left)));
        return entries;
    }
}
