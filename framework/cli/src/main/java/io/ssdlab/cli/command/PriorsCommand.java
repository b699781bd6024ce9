package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.run.PlanCheck;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ssdlab priors}: the prior boxes of an experiment as CSV, in the order in which the heads predict them. */
@Command(
        name = "priors",
        description = "Prints the prior boxes as CSV: layer,row,col,k,cx,cy,w,h; centre and size normalised.")
public final class PriorsCommand implements Callable<Integer> {

    private final CliEnvironment environment;
    private final Laboratories laboratories;

    @Parameters(paramLabel = "FILE", description = "An experiment file.")
    private String file;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private ChosenRow row = new ChosenRow();

    /** Not yet run. */
    public PriorsCommand(CliEnvironment environment, Laboratories laboratories) {
        this.environment = environment;
        this.laboratories = laboratories;
    }

    @Override
    public Integer call() {
        Laboratory laboratory = laboratories.open();
        ExperimentPlan plan = laboratory.load(file, options.sets());
        PriorBoxes priors = new PlanCheck(laboratory.plugins(), laboratory.results(options.results()))
                .layouts(plan)
                .get(row.of(plan))
                .priors();
        print(priors, environment.out());
        return ExitCode.DONE;
    }

    private static void print(PriorBoxes priors, PrintStream out) {
        StringBuilder text = new StringBuilder("layer,row,col,k,cx,cy,w,h\n");
        float[] values = priors.centreSizes();
        int next = 0;
        for (PriorLayer layer : priors.layers()) {
            int perRow = layer.columns() * layer.boxesPerCell();
            for (int box = 0; box < layer.boxes(); box++) {
                text.append(layer.source()).append(',').append(box / perRow);
                text.append(',').append(box % perRow / layer.boxesPerCell());
                text.append(',').append(box % layer.boxesPerCell());
                for (int value = 0; value < 4; value++) {
                    text.append(',').append(values[next++]);
                }
                text.append('\n');
            }
        }
        out.print(text);
    }
}
