package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ssdlab weights}: the commands for trained weights; alone, it lists them. */
@Command(
        name = "weights",
        description = "Imports trained weights of other tools, and shows what files of weights hold.",
        synopsisSubcommandLabel = "COMMAND")
public final class WeightsCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Spec
    private CommandSpec spec;

    /** Not yet run. */
    public WeightsCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(environment.out());
        return ExitCode.DONE;
    }
}
