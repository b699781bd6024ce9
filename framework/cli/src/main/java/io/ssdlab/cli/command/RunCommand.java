package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.cli.progress.RunProgress;
import io.ssdlab.core.engine.DeviceChoice;
import io.ssdlab.core.engine.EngineChoice;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.run.EngineDemand;
import io.ssdlab.core.run.EngineSession;
import io.ssdlab.core.run.ExperimentRunner;
import io.ssdlab.core.run.PlanCheck;
import io.ssdlab.core.run.ResultsFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ssdlab run}: trains, evaluates and stores what is not stored yet, then prints the table. */
@Command(
        name = "run",
        description = "Trains and evaluates every row of experiments that is not stored yet, then prints their tables.")
public final class RunCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Experiment files.")
    private List<String> files = List.of();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "auto, cpu, gpu0, gpu1, ...; what the experiment says by default.")
    private Optional<String> device = Optional.empty();

    /** Not yet run. */
    public RunCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Laboratory laboratory = new Laboratory(environment);
        Map<Path, ExperimentPlan> plans = laboratory.load(files, options.sets());
        ResultsFolder results = laboratory.results(options.results());
        new PlanCheck(laboratory.plugins(), results).layouts(plans.values());
        laboratory.tellNotes(plans.values());

        EngineDemand demand = EngineDemand.of(plans.values());
        EngineChoice engine = demand.engine(options.engine(), environment.variables());
        DeviceChoice deviceChoice = demand.device(device);
        EngineSession session = laboratory.session(engine, deviceChoice);
        int runs = demand.rows().stream()
                .mapToInt(row -> row.experiment().seeds().size())
                .sum();
        try (RunProgress progress = new RunProgress(environment.err(), environment.terminalColumns(), runs)) {
            ExperimentRunner runner = new ExperimentRunner(
                    laboratory.plugins(), results.runs(), results.data(), session, environment.home(), progress);
            for (Row row : demand.rows()) {
                row.experiment().seeds().forEach(seed -> runner.run(row, seed));
            }
        }
        TableFiles tables = new TableFiles(laboratory, environment, options, results);
        plans.forEach((file, plan) -> environment
                .out()
                .print(tables.write(file, plan, engine.engine()).markdown()));
        return ExitCode.DONE;
    }
}
