package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.run.DatasetSummary;
import io.ssdlab.core.run.DatasetSummary.ClassCount;
import io.ssdlab.core.run.PlanData;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ssdlab data check}: reads the data sets of experiments and counts what is in them, without an engine. */
@Command(
        name = "check",
        description = "Reads the data sets of experiments, tells all problems at once, counts images and objects.")
public final class DataCheckCommand implements Callable<Integer> {

    private final CliEnvironment environment;
    private final Laboratories laboratories;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Experiment files.")
    private List<String> files = List.of();

    @Mixin
    private SettingOptions options = new SettingOptions();

    /** Not yet run. */
    public DataCheckCommand(CliEnvironment environment, Laboratories laboratories) {
        this.environment = environment;
        this.laboratories = laboratories;
    }

    @Override
    public Integer call() {
        Laboratory laboratory = laboratories.open();
        Map<Path, ExperimentPlan> plans = laboratory.load(files, options.sets());
        Map<ExperimentPlan, List<DatasetSummary>> summaries = new PlanData(
                        laboratory.plugins(),
                        laboratory.results(options.results()).data())
                .summaries(plans.values());
        plans.forEach((file, plan) -> summaries.get(plan).forEach(summary -> print(environment.shown(file), summary)));
        return ExitCode.DONE;
    }

    private void print(String file, DatasetSummary summary) {
        environment
                .out()
                .printf(
                        Locale.ROOT,
                        "%s, %s: %d images, %d objects (%d difficult, %d crowds), %d warnings%n",
                        file,
                        summary.split(),
                        summary.images(),
                        summary.objects(),
                        summary.difficult(),
                        summary.crowds(),
                        summary.warnings());
        for (ClassCount count : summary.classes()) {
            environment
                    .out()
                    .printf(
                            Locale.ROOT,
                            "  %-20s %7d images %8d objects%n",
                            count.name(),
                            count.images(),
                            count.objects());
        }
    }
}
