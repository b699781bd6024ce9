package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.run.PlanCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ssdlab validate}: all problems of experiment files at once, without data and engine. */
@Command(name = "validate", description = "Checks experiment files and tells all problems at once; runs nothing.")
public final class ValidateCommand implements Callable<Integer> {

    private final CliEnvironment environment;
    private final Laboratories laboratories;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Experiment files.")
    private List<String> files = List.of();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    /** Not yet run. */
    public ValidateCommand(CliEnvironment environment, Laboratories laboratories) {
        this.environment = environment;
        this.laboratories = laboratories;
    }

    @Override
    public Integer call() {
        Laboratory laboratory = laboratories.open();
        Map<Path, ExperimentPlan> plans = laboratory.load(files, options.sets());
        Map<ExperimentPlan, Map<Row, DetectorLayout>> layouts =
                new PlanCheck(laboratory.plugins(), laboratory.results(options.results())).layouts(plans.values());
        laboratory.tellNotes(plans.values());
        plans.forEach((file, plan) -> {
            Map<Row, DetectorLayout> rows = layouts.get(plan);
            environment.out().println("%s: OK, %s".formatted(environment.shown(file), summary(rows)));
            if (counts(rows).size() > 1) {
                environment.out().print(boxes(rows));
            }
        });
        return ExitCode.DONE;
    }

    private static String summary(Map<Row, DetectorLayout> layouts) {
        String boxes =
                counts(layouts).descendingSet().stream().map(String::valueOf).collect(Collectors.joining(" or "));
        return "%d row%s, %s prior boxes".formatted(layouts.size(), layouts.size() == 1 ? "" : "s", boxes);
    }

    private static NavigableSet<Integer> counts(Map<Row, DetectorLayout> layouts) {
        return layouts.values().stream()
                .map(layout -> layout.priors().size())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String boxes(Map<Row, DetectorLayout> layouts) {
        int names = layouts.keySet().stream()
                .mapToInt(row -> row.name().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        layouts.forEach((row, layout) -> text.append(("  %-" + names + "s  %5d\n")
                .formatted(row.name(), layout.priors().size())));
        return text.toString();
    }
}
