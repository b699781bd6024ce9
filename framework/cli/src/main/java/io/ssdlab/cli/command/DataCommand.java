package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ssdlab data}: the commands for data sets; alone, it lists them. */
@Command(
        name = "data",
        description = "Fetches published data sets, and checks those of experiments.",
        synopsisSubcommandLabel = "COMMAND")
public final class DataCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Spec
    private CommandSpec spec;

    /** Not yet run. */
    public DataCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(environment.out());
        return ExitCode.DONE;
    }
}
