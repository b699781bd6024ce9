package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ssdlab runs}: the commands for what is stored; alone, it lists them. */
@Command(name = "runs", description = "Lists, shows and removes stored runs.", synopsisSubcommandLabel = "COMMAND")
public final class RunsCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Spec
    private CommandSpec spec;

    /** Not yet run. */
    public RunsCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(environment.out());
        return ExitCode.DONE;
    }
}
