package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.store.RunDetails;
import io.ssdlab.core.store.RunFolder;
import io.ssdlab.core.store.RunInventory;
import io.ssdlab.core.store.RunReader;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ssdlab runs show}: all that is stored of a run. */
@Command(name = "show", description = "Shows all that is stored of a run, and checks its files.")
public final class RunsShowCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Parameters(paramLabel = "RUN", description = "Its folder's name, or the first digits of its id.")
    private String run = "";

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where runs are kept; the checkout's results folder by default.")
    private Optional<String> results = Optional.empty();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** Not yet run. */
    public RunsShowCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        RunInventory inventory =
                new RunInventory(Laboratory.results(environment, results).runs());
        RunFolder folder = inventory.named(run);
        RunDetails details = new RunReader().details(folder);
        RunText text = new RunText(details);
        environment.out().print(json ? Json.of(text.values()) : text.render());
        return ExitCode.DONE;
    }
}
