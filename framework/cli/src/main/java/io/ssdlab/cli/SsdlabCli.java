package io.ssdlab.cli;

import io.ssdlab.cli.command.BenchCommand;
import io.ssdlab.cli.command.DataCheckCommand;
import io.ssdlab.cli.command.DataCommand;
import io.ssdlab.cli.command.DataFetchCommand;
import io.ssdlab.cli.command.DataListCommand;
import io.ssdlab.cli.command.DetectCommand;
import io.ssdlab.cli.command.DoctorCommand;
import io.ssdlab.cli.command.EvaluateCommand;
import io.ssdlab.cli.command.ExplainCommand;
import io.ssdlab.cli.command.Laboratories;
import io.ssdlab.cli.command.NewCommand;
import io.ssdlab.cli.command.NewPluginCommand;
import io.ssdlab.cli.command.PluginsCommand;
import io.ssdlab.cli.command.PriorsCommand;
import io.ssdlab.cli.command.ReportCommand;
import io.ssdlab.cli.command.RunCommand;
import io.ssdlab.cli.command.RunsCommand;
import io.ssdlab.cli.command.RunsGcCommand;
import io.ssdlab.cli.command.RunsListCommand;
import io.ssdlab.cli.command.RunsShowCommand;
import io.ssdlab.cli.command.SchemaCommand;
import io.ssdlab.cli.command.TableCommand;
import io.ssdlab.cli.command.ValidateCommand;
import io.ssdlab.cli.command.WeightsCommand;
import io.ssdlab.cli.command.WeightsImportCommand;
import io.ssdlab.cli.command.WeightsInspectCommand;
import io.ssdlab.cli.command.WeightsListCommand;
import io.ssdlab.core.fetch.DownloadPolicy;
import io.ssdlab.core.fetch.FetchCatalogue;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The whole command line, free of the process around it. */
public final class SsdlabCli {

    private final CliEnvironment environment;

    /** Prepares to run in a given world. */
    public SsdlabCli(CliEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Runs one command to its end. No exception comes out: failures are told on the error stream.
     *
     * @return the exit code: 0 done, 1 failed, 2 the input is wrong
     */
    public int run(String... arguments) {
        SsdlabCommand root = new SsdlabCommand();
        FailureReport failures = new FailureReport(environment.err());
        try {
            return commandLine(root, failures, arguments).execute(arguments);
        } catch (LinkageError | OutOfMemoryError failure) {
            // What picocli lets through: a native library that does not fit, a heap that is too small.
            return failures.failure(failure, root.debug());
        }
    }

    /** All commands with their options, to look at. */
    CommandLine commandLine() {
        return commandLine(new SsdlabCommand(), new FailureReport(environment.err()));
    }

    private CommandLine commandLine(SsdlabCommand root, FailureReport failures, String... arguments) {
        Laboratories laboratories = new Laboratories(environment, root::pluginPath);
        return subcommands(root, laboratories, failures)
                .below(new CommandLine(root), arguments)
                .setOut(writer(environment.out()))
                .setErr(writer(environment.err()))
                .setParameterExceptionHandler((wrong, given) -> failures.usage(wrong))
                .setExecutionExceptionHandler((failure, command, parsed) -> failures.failure(failure, root.debug()));
    }

    private Subcommands subcommands(SsdlabCommand root, Laboratories laboratories, FailureReport failures) {
        return new Subcommands()
                .add(
                        "run",
                        () -> new RunCommand(
                                environment,
                                laboratories,
                                (part, failure) -> failures.failure(part, failure, root.debug())))
                .add("table", () -> new TableCommand(environment, laboratories))
                .add("report", () -> new ReportCommand(environment, laboratories))
                .add("validate", () -> new ValidateCommand(environment, laboratories))
                .add("explain", () -> new ExplainCommand(environment, laboratories))
                .add("priors", () -> new PriorsCommand(environment, laboratories))
                .add("evaluate", () -> new EvaluateCommand(environment, laboratories))
                .add("detect", () -> new DetectCommand(environment, laboratories))
                .add("bench", () -> new BenchCommand(environment, laboratories))
                .add("runs", () -> runs(laboratories))
                .add("data", () -> data(laboratories))
                .add("weights", () -> weights(laboratories))
                .add("plugins", () -> new PluginsCommand(environment, laboratories))
                .add("new", () -> beginnings(laboratories))
                .add("schema", () -> new SchemaCommand(environment, laboratories))
                .add("doctor", () -> new DoctorCommand(environment));
    }

    private CommandLine runs(Laboratories laboratories) {
        return new CommandLine(new RunsCommand(environment))
                .addSubcommand(new RunsListCommand(environment))
                .addSubcommand(new RunsShowCommand(environment))
                .addSubcommand(new RunsGcCommand(environment, laboratories));
    }

    private CommandLine data(Laboratories laboratories) {
        return new CommandLine(new DataCommand(environment))
                .addSubcommand(new DataFetchCommand(environment, FetchCatalogue::bundled, DownloadPolicy.STANDARD))
                .addSubcommand(new DataListCommand(environment, FetchCatalogue::bundled))
                .addSubcommand(new DataCheckCommand(environment, laboratories));
    }

    private CommandLine weights(Laboratories laboratories) {
        return new CommandLine(new WeightsCommand(environment))
                .addSubcommand(new WeightsListCommand(environment, laboratories))
                .addSubcommand(new WeightsImportCommand(environment, laboratories))
                .addSubcommand(new WeightsInspectCommand(environment));
    }

    private CommandLine beginnings(Laboratories laboratories) {
        return new CommandLine(new NewCommand(environment))
                .addSubcommand(new NewPluginCommand(environment, laboratories));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
