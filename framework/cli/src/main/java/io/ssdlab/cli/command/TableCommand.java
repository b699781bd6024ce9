package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.engine.EngineChoice;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.run.EngineDemand;
import io.ssdlab.core.run.PlanCheck;
import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.core.store.RunIndex;
import io.ssdlab.core.table.TableFormat;
import io.ssdlab.report.figure.FigureFile;
import io.ssdlab.report.page.TracedTable;
import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ssdlab table}: regenerates tables from stored runs alone. */
@Command(name = "table", description = "Regenerates the tables of experiments from stored runs; runs nothing.")
public final class TableCommand implements Callable<Integer> {

    private static final String PLOT = "--plot";

    private final CliEnvironment environment;
    private final Laboratories laboratories;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Experiment files.")
    private List<String> files = List.of();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(
            names = "--format",
            defaultValue = "md",
            description = "What to print: md (default), csv, tex or html. All are written to the results folder.")
    private Format format;

    @Option(
            names = "--trace",
            paramLabel = "ROW",
            description =
                    "Print, in place of the table, where the numbers of a row are from: its label, name or number.")
    private Optional<String> trace = Optional.empty();

    @Option(
            names = PLOT,
            paramLabel = "FILE",
            description = "Draw the rows' differences to the reference row with their intervals: an .svg or .png file.")
    private Optional<String> plot = Optional.empty();

    /** What a table is printed as, by the extension of its file. */
    enum Format {
        /** Markdown. */
        md(TableFormat.MARKDOWN),
        /** Comma-separated values. */
        csv(TableFormat.CSV),
        /** LaTeX. */
        tex(TableFormat.LATEX),
        /** A page. */
        html(TableFormat.HTML);

        private final TableFormat format;

        Format(TableFormat format) {
            this.format = format;
        }
    }

    /** Not yet run. */
    public TableCommand(CliEnvironment environment, Laboratories laboratories) {
        this.environment = environment;
        this.laboratories = laboratories;
    }

    @Override
    public Integer call() {
        if (trace.isPresent() && files.size() > 1) {
            throw new InvalidInputException("--trace", "there are %d files".formatted(files.size()), "give one");
        }
        if (plot.isPresent() && files.size() > 1) {
            throw new InvalidInputException(PLOT, "there are %d files".formatted(files.size()), "give one");
        }
        Optional<FigureFile> figure = plot.map(name -> new FigureFile(PLOT, environment.resolve(name)));
        Laboratory laboratory = laboratories.open();
        ResultsFolder results = laboratory.results(options.results());
        // A large store takes as long to look through as the files do to load.
        ForkJoinTask<RunIndex> index =
                ForkJoinPool.commonPool().submit(() -> results.runs().index());
        Map<Path, ExperimentPlan> plans = laboratory.load(files, options.sets());
        new PlanCheck(laboratory.plugins(), results).withoutData(plans.values());
        TableFiles tables = new TableFiles(laboratory, environment, options, results, index.join());
        plans.forEach((file, plan) -> {
            EngineChoice engine = new EngineDemand(plan.rows()).engine(options.engine(), environment.variables());
            WrittenTable table = tables.write(file, plan, engine.engine());
            environment.out().print(text(table));
            figure.ifPresent(drawn -> draw(table, drawn));
        });
        return ExitCode.DONE;
    }

    private void draw(WrittenTable table, FigureFile figure) {
        figure.write(
                new TracedTable(table.trace(), table.report().table().layout().metric())
                        .chart()
                        .orElseThrow(() -> new InvalidInputException(
                                PLOT,
                                "there is no difference to draw",
                                "mark a row of the file with reference: true, and run it and another"))
                        .paperFigure());
        environment.err().println("ssdlab: wrote " + environment.shown(figure.file()));
    }

    private String text(WrittenTable table) {
        return trace.map(row ->
                        new TraceText(table.trace().row(row), table.trace().commands()).render())
                .orElseGet(() -> table.report().text(format.format));
    }
}
