package io.ssdlab.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One command run in this process, and what it said.
 *
 * @param exitCode as the process would have ended
 * @param out the text of its standard output
 * @param err the text of its error output
 */
public record CliRun(int exitCode, String out, String err) {

    /** Runs a command in a working directory (of any file system), with the environment variables of this process. */
    public static CliRun in(Path workingDirectory, String... arguments) {
        return in(workingDirectory, System.getenv(), arguments);
    }

    /** Runs a command in a working directory with the given environment variables. */
    public static CliRun in(Path workingDirectory, Map<String, String> variables, String... arguments) {
        return in(workingDirectory, variables, false, arguments);
    }

    /** The same as a first look. */
    public static CliRun firstLook(Path workingDirectory, String... arguments) {
        return in(workingDirectory, System.getenv(), true, arguments);
    }

    private static CliRun in(
            Path workingDirectory, Map<String, String> variables, boolean firstLook, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CliEnvironment environment = new CliEnvironment(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                workingDirectory,
                variables,
                workingDirectory,
                workingDirectory,
                OptionalInt.empty(),
                firstLook);
        int exitCode = new SsdlabCli(environment).run(arguments);
        return new CliRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
