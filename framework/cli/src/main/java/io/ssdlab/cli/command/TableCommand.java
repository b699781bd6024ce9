package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.engine.EngineChoice;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.run.EngineDemand;
import io.ssdlab.core.run.PlanCheck;
import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.core.table.AblationReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ssdlab table}: regenerates tables from stored runs alone. */
@Command(name = "table", description = "Regenerates the tables of experiments from stored runs; runs nothing.")
public final class TableCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Experiment files.")
    private List<String> files = List.of();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(
            names = "--format",
            defaultValue = "md",
            description = "What to print: md (default) or csv. Both are written to the results folder.")
    private Format format;

    /** What a table is printed as. */
    enum Format {
        /** Markdown. */
        md {
            @Override
            String text(AblationReport report) {
                return report.markdown();
            }
        },
        /** Comma-separated values. */
        csv {
            @Override
            String text(AblationReport report) {
                return report.csv();
            }
        };

        abstract String text(AblationReport report);
    }

    /** Not yet run. */
    public TableCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Laboratory laboratory = new Laboratory(environment);
        Map<Path, ExperimentPlan> plans = laboratory.load(files, options.sets());
        ResultsFolder results = laboratory.results(options.results());
        new PlanCheck(laboratory.plugins(), results).layouts(plans.values());
        TableFiles tables = new TableFiles(laboratory, environment, options, results);
        plans.forEach((file, plan) -> {
            EngineChoice engine = new EngineDemand(plan.rows()).engine(options.engine(), environment.variables());
            environment.out().print(format.text(tables.write(file, plan, engine.engine())));
        });
        return ExitCode.DONE;
    }
}
