package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.weights.WeightsCatalogue;
import io.ssdlab.spi.weights.WeightsSheet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ssdlab weights list}: what can be imported. */
@Command(name = "list", description = "Lists the weights that can be imported: --as NAME of 'ssdlab weights import'.")
public final class WeightsListCommand implements Callable<Integer> {

    private final CliEnvironment environment;
    private final Laboratories laboratories;

    /** Not yet run. */
    public WeightsListCommand(CliEnvironment environment, Laboratories laboratories) {
        this.environment = environment;
        this.laboratories = laboratories;
    }

    @Override
    public Integer call() {
        WeightsCatalogue catalogue = new WeightsCatalogue(laboratories.open().plugins());
        TextColumns columns = new TextColumns("name", "format", "classes", "what");
        for (String name : catalogue.names()) {
            WeightsSheet sheet = catalogue.named(name, name).sheet();
            columns.line(
                    name,
                    sheet.format(),
                    sheet.classes().isEmpty()
                            ? "-"
                            : Integer.toString(sheet.classes().size()),
                    sheet.title());
        }
        environment.out().print(columns.render());
        return ExitCode.DONE;
    }
}
