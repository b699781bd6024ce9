package io.ssdlab.cli.command;

import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.spi.InvalidInputException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that picks one row of a table. */
final class ChosenRow {

    @Option(names = "--row", paramLabel = "NAME", description = "A row of the table; the first by default.")
    private Optional<String> name = Optional.empty();

    boolean isNamed() {
        return name.isPresent();
    }

    Row of(ExperimentPlan plan) {
        return name.map(wanted -> named(plan, wanted))
                .orElseGet(() -> plan.rows().get(0));
    }

    private static Row named(ExperimentPlan plan, String wanted) {
        return plan.rows().stream()
                .filter(row -> row.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "--row",
                        "there is no row " + wanted,
                        new NearestNames(plan.rows().stream().map(Row::name).toList()).remedy(wanted, "there are")));
    }
}
