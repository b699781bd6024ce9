package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.cli.progress.WarningTally;
import io.ssdlab.core.coverage.CoveragePicture;
import io.ssdlab.core.coverage.CoverageReport;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.run.PlanCheck;
import io.ssdlab.core.run.PlanCoverage;
import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.core.store.AtomicFile;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code ssdlab priors}: the prior boxes of an experiment as CSV, in the order in which the heads predict them; or how well
 * they cover the objects of the training split.
 */
@Command(
        name = "priors",
        description =
                "Prints the prior boxes as CSV: layer,row,col,k,cx,cy,w,h; centre and size normalised. Or, with --coverage,"
                        + " what they can and cannot match among the objects of the training split.")
public final class PriorsCommand implements Callable<Integer> {

    private final CliEnvironment environment;
    private final Laboratories laboratories;

    @Parameters(paramLabel = "FILE", description = "An experiment file.")
    private String file;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private ChosenRow row = new ChosenRow();

    @Mixin
    private CoverageOptions coverage = new CoverageOptions();

    /** Not yet run. */
    public PriorsCommand(CliEnvironment environment, Laboratories laboratories) {
        this.environment = environment;
        this.laboratories = laboratories;
    }

    @Override
    public Integer call() {
        boolean ofCoverage = coverage.areGiven();
        Laboratory laboratory = laboratories.open();
        ExperimentPlan plan = laboratory.load(file, options.sets());
        ResultsFolder results = laboratory.results(options.results());
        Map<Row, DetectorLayout> layouts = new PlanCheck(laboratory.plugins(), results).layouts(plan);
        if (ofCoverage) {
            cover(plan, layouts, new PlanCoverage(laboratory.plugins(), results.data()));
        } else {
            print(layouts.get(row.of(plan)).priors(), environment.out());
        }
        return ExitCode.DONE;
    }

    private void cover(ExperimentPlan plan, Map<Row, DetectorLayout> layouts, PlanCoverage priors) {
        Map<Row, DetectorLayout> chosen = new LinkedHashMap<>(layouts);
        if (row.isNamed()) {
            chosen.keySet().retainAll(Set.of(row.of(plan)));
        }
        WarningTally warnings = new WarningTally(environment.err());
        CoverageReport report =
                new CoverageReport(plan.base().name(), priors.of(chosen, warnings::add), coverage.worst());
        warnings.flush();
        environment.out().print(coverage.format().of(report));
        coverage.picture().ifPresent(name -> {
            Path picture = environment.resolve(name);
            byte[] png = new CoveragePicture(report).png();
            new AtomicFile(picture).write(out -> out.write(png));
            environment.err().println("ssdlab: wrote " + environment.shown(picture));
        });
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
