package io.ssdlab.cli.command;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.cli.progress.WarningTally;
import io.ssdlab.core.engine.DeviceChoice;
import io.ssdlab.core.engine.DeviceName;
import io.ssdlab.core.engine.EngineChoice;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.ConfigIdentity;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.NetworkCost;
import io.ssdlab.core.model.NetworkDesign;
import io.ssdlab.core.run.EngineDemand;
import io.ssdlab.core.run.EngineSession;
import io.ssdlab.core.run.PlanCheck;
import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.core.store.AtomicFile;
import io.ssdlab.core.train.GroupedParameters;
import io.ssdlab.report.lesson.Figure;
import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ssdlab explain}: every resolved value of an experiment with where it came from, what the model is like, which of it
 * is frozen, and what differs from the published recipe; with {@code --figures}, drawn.
 */
@Command(
        name = "explain",
        description =
                "Shows every resolved setting with its origin, the model (sources, boxes, parameters, GMACs, what is frozen) and the"
                        + " fidelity note: what differs from the published recipe. With --figures, draws what it does to an image.")
public final class ExplainCommand implements Callable<Integer> {

    private final CliEnvironment environment;
    private final Laboratories laboratories;

    @Parameters(paramLabel = "FILE", description = "An experiment file.")
    private String file;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private ChosenRow chosen = new ChosenRow();

    @Option(
            names = "--classes",
            paramLabel = "N",
            defaultValue = "20",
            description = "Classes that the heads tell apart, for the parameters; 20 (VOC) by default.")
    private int classes;

    @Option(names = "--tensors", description = "List every tensor of the network with its group of parameters.")
    private boolean tensors;

    @Option(
            names = "--no-engine",
            description = "Load no engine: leaves out parameters, tensors and multiply-accumulates.")
    private boolean withoutEngine;

    @Mixin
    private FigureOptions figures = new FigureOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** Not yet run. */
    public ExplainCommand(CliEnvironment environment, Laboratories laboratories) {
        this.environment = environment;
        this.laboratories = laboratories;
    }

    @Override
    public Integer call() {
        if (classes < 1) {
            throw new InvalidInputException("--classes", "there are " + classes + " classes", "give 1 or more");
        }
        Optional<String> folder = figures.folder(withoutEngine);
        Laboratory laboratory = laboratories.open();
        ExperimentPlan plan = laboratory.load(file, options.sets());
        Row row = chosen.of(plan);
        ResultsFolder results = laboratory.results(options.results());
        DetectorLayout layout =
                new PlanCheck(laboratory.plugins(), results).layouts(plan).get(row);
        EngineChoice engine = new EngineDemand(plan.rows()).engine(options.engine(), environment.variables());
        Optional<EngineSession> session = withoutEngine
                ? Optional.empty()
                : Optional.of(laboratory.session(engine, new DeviceChoice(DeviceName.of("cpu"), "explain")));
        Optional<NetworkText> network = session.map(opened -> network(laboratory, opened, row, layout, results));
        String identity =
                ConfigIdentity.of(row.experiment().onEngine(engine.engine())).sha256();
        ModelText model = new ModelText(row, layout, network, engine, identity);
        environment.out().print(json ? Json.of(model.asMap()) : model.asText());
        folder.ifPresent(name -> draw(name, new LessonFigures(laboratory, results, row, layout), session));
        return ExitCode.DONE;
    }

    private void draw(String folder, LessonFigures lesson, Optional<EngineSession> session) {
        WarningTally warnings = new WarningTally(environment.err());
        List<Figure> drawn = lesson.draw(figures, session, warnings::add);
        warnings.flush();
        for (Figure figure : drawn) {
            Path file = environment.resolve(folder).resolve(figure.name());
            new AtomicFile(file).write(out -> out.write(figure.png()));
            environment.err().println("ssdlab: wrote %s: %s".formatted(environment.shown(file), figure.shows()));
        }
    }

    private NetworkText network(
            Laboratory laboratory, EngineSession session, Row row, DetectorLayout layout, ResultsFolder results) {
        Components components = Components.of(laboratory.plugins(), row.experiment(), results.data());
        NetworkDesign design = NetworkDesign.of(components.backbone(), layout, classes, new SplittableRandom(0));
        GroupedParameters groups = GroupedParameters.of(row.parameterGroups(), design);
        try (NDManager manager = session.engine().newBaseManager(Device.cpu())) {
            DetectorNetwork network = design.initialise(manager);
            return new NetworkText(
                    classes,
                    NetworkCost.of(network),
                    groups.sizes(network),
                    tensors ? NetworkText.tensors(network, groups) : List.of());
        }
    }
}
