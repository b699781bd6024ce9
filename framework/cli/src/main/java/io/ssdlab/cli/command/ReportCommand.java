package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.report.page.LiveReport;
import io.ssdlab.report.page.PriorBoxSurvey;
import io.ssdlab.report.page.Report;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ssdlab report}: the results folder as pages, from stored runs alone. */
@Command(
        name = "report",
        description = "Writes a report over the results folder as HTML pages, from stored runs alone; runs nothing.")
public final class ReportCommand implements Callable<Integer> {

    private static final String FOLLOW = "--follow";
    private static final String COMPARE = "--compare";
    private static final String RESULTS = "--results";

    private final CliEnvironment environment;
    private final Laboratories laboratories;

    @Option(
            names = RESULTS,
            paramLabel = "DIR",
            description = "Where runs and tables are kept; the checkout's results folder by default.")
    private Optional<String> results = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "data=DIR",
            description =
                    "Where the data sets are, for the pictures of test images and for --priors; by default where each run found them, or"
                            + " SSDLAB_DATA.")
    private List<String> sets = List.of();

    @Option(
            names = "--priors",
            description =
                    "Show what the prior boxes of each experiment can match of its training data, too; takes about a second for"
                            + " each set of prior boxes.")
    private boolean priors;

    @Option(
            names = COMPARE,
            arity = "2",
            paramLabel = "RUN",
            description = "Write the page that holds a run against another: folder names, or first digits of ids.")
    private List<String> compared = List.of();

    @Option(
            names = FOLLOW,
            description = "While runs are in progress, write their curves every few seconds; then the whole report.")
    private boolean follow;

    /** Not yet run. */
    public ReportCommand(CliEnvironment environment, Laboratories laboratories) {
        this.environment = environment;
        this.laboratories = laboratories;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (follow && !compared.isEmpty()) {
            throw new InvalidInputException(FOLLOW, "does not go with " + COMPARE, "give one of them");
        }
        if (compared.size() > 2) {
            throw new InvalidInputException(COMPARE, "%d runs are given".formatted(compared.size()), "give two");
        }
        Laboratory laboratory = laboratories.open();
        ResultsFolder folder = laboratory.results(results);
        if (results.isPresent()) {
            checkResults(folder.root());
        }
        DataFolderSetting data = DataFolderSetting.of(sets, environment);
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            Report report = new Report(
                    folder,
                    new StoredTestPictures(laboratory, folder, data),
                    priors ? new StoredPriorBoxSurvey(laboratory, folder, data) : PriorBoxSurvey.none(),
                    Clock.systemUTC(),
                    pool);
            if (follow) {
                follow(report, folder);
            } else if (compared.isEmpty()) {
                whole(report);
            } else {
                wrote(report.compare(compared.get(0), compared.get(1)), "");
            }
        } finally {
            pool.shutdownNow();
        }
        return ExitCode.DONE;
    }

    /** A folder that is named by mistake is not written to. */
    private void checkResults(Path root) {
        if (!Files.isDirectory(root)) {
            throw new InvalidInputException(
                    RESULTS,
                    "%s is no folder".formatted(environment.shown(root)),
                    "name the folder that 'ssdlab run' was given with --results");
        }
        try (Stream<Path> files = Files.list(root)) {
            List<Path> all = files.toList();
            if (!all.isEmpty() && all.stream().noneMatch(ReportCommand::isOfResults)) {
                throw new InvalidInputException(
                        RESULTS,
                        "%s is no results folder: it has neither runs nor tables".formatted(environment.shown(root)),
                        "name the folder that has 'runs' in it, or an empty one");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfResults(Path file) {
        String name = file.getFileName().toString();
        return Files.isDirectory(file)
                && (name.equals("runs")
                        || name.equals("report")
                        || Files.exists(file.resolve("trace.json"))
                        || Files.exists(file.resolve("trace-pytorch.json")));
    }

    private void whole(Report report) {
        Report.Written written = report.write();
        written.problems()
                .forEach(
                        problem -> environment.err().println("note: %s %s".formatted(problem.where(), problem.what())));
        wrote(written.page(), ": %d experiments, %d runs".formatted(written.experiments(), written.runs()));
    }

    private void follow(Report report, ResultsFolder folder) throws InterruptedException {
        LiveReport live = new LiveReport(folder, Clock.systemUTC());
        RunWatch watch = new RunWatch(live::write, seconds -> Thread.sleep(1000L * seconds));
        // A browser would load a page again for ever that nobody writes any more.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> live.close(false), "end of following"));
        boolean any = watch.follow(
                () -> wrote(live.page(), ", again every %d seconds; Ctrl-C ends it".formatted(RunWatch.SECONDS)));
        if (!any) {
            throw new InvalidInputException(
                    FOLLOW,
                    "no run is in progress in " + environment.shown(folder.root()),
                    "start one with 'ssdlab run FILE', then follow it");
        }
        whole(report);
        live.close(true);
    }

    private void wrote(Path page, String what) {
        environment.err().println("ssdlab: wrote %s%s".formatted(environment.shown(page), what));
    }
}
