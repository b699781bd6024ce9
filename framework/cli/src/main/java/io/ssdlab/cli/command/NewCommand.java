package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ssdlab new}: the commands that begin projects; alone, it lists them. */
@Command(name = "new", description = "Begins the project of a plugin.", synopsisSubcommandLabel = "COMMAND")
public final class NewCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Spec
    private CommandSpec spec;

    /** Not yet run. */
    public NewCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(environment.out());
        return ExitCode.DONE;
    }
}
