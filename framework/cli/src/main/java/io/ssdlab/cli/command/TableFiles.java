package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.run.PlanTable;
import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.core.run.StoredOrigins;
import io.ssdlab.core.store.RunIndex;
import io.ssdlab.core.table.AblationReport;
import io.ssdlab.core.table.TableTrace;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Makes the table of an experiment from stored runs and writes it to the experiment's folder: {@code table.md}, {@code
 * .csv}, {@code .tex}, {@code .html} and {@code trace.json} for MXNet; for another engine its name is in the files'.
 */
final class TableFiles {

    private final Laboratory laboratory;
    private final CliEnvironment environment;
    private final ExperimentOptions options;
    private final ResultsFolder results;
    private final RunIndex index;

    /** @param index of the results' store */
    TableFiles(
            Laboratory laboratory,
            CliEnvironment environment,
            ExperimentOptions options,
            ResultsFolder results,
            RunIndex index) {
        this.laboratory = laboratory;
        this.environment = environment;
        this.options = options;
        this.results = results;
        this.index = index;
    }

    /** Writes all files, each replaced as a whole. */
    WrittenTable write(Path file, ExperimentPlan plan, EngineName engine) {
        TableOrder order = new TableOrder(environment.home(), file, options, laboratory.pluginPath(), engine);
        AblationReport report = new PlanTable(laboratory.plugins(), results, index, engine).of(plan, order.commands());
        TableTrace trace = report.trace(new StoredOrigins(results));
        Path folder = results.experiment(plan.base().name());
        String suffix = engine == EngineName.MXNET ? "" : "-" + engine.folder();
        Stream.<Runnable>of(
                        () -> report.write(folder, "table" + suffix),
                        () -> trace.write(folder.resolve("trace" + suffix + ".json")))
                .parallel()
                .forEach(Runnable::run);
        environment
                .err()
                .println("ssdlab: wrote %s (and .csv, .tex, .html, trace%s.json)"
                        .formatted(order.shown(folder.resolve("table" + suffix + ".md")), suffix));
        return new WrittenTable(report, trace);
    }
}
