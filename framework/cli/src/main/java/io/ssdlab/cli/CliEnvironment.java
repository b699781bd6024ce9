package io.ssdlab.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/**
 * All that a command knows of the world around it, so that tests can put it into another one.
 *
 * @param out results
 * @param err progress and complaints
 * @param workingDirectory against which paths on the command line are resolved
 * @param variables the environment variables
 * @param home the checkout, whose {@code results} folder is the default one
 * @param installation the distribution, with folders {@code lib} and {@code engines}
 * @param terminalColumns the width of the terminal that {@code err} goes to; empty if it goes elsewhere
 * @param firstLook whether a command that finds work to do leaves it to a process that is made for work, and says nothing
 */
public record CliEnvironment(
        PrintStream out,
        PrintStream err,
        Path workingDirectory,
        Map<String, String> variables,
        Path home,
        Path installation,
        OptionalInt terminalColumns,
        boolean firstLook) {

    /** The system property by which the launcher asks for a first look. */
    static final String FIRST_LOOK = "ssdlab.first-look";

    public CliEnvironment {
        variables = Map.copyOf(variables);
    }

    /** The world of this process, as the launcher set it up. */
    static CliEnvironment ofThisProcess() {
        Path workingDirectory = Path.of("").toAbsolutePath();
        String home = System.getenv().getOrDefault("SSDLAB_HOME", "");
        return new CliEnvironment(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                workingDirectory,
                System.getenv(),
                workingDirectory.resolve(home),
                workingDirectory.resolve(System.getProperty("ssdlab.installation", home)),
                columns(System.getProperty("ssdlab.terminal.columns", "")),
                Boolean.getBoolean(FIRST_LOOK));
    }

    private static OptionalInt columns(String text) {
        return text.matches("[1-9][0-9]{0,4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** A path of the command line, made absolute. */
    public Path resolve(String path) {
        return workingDirectory.resolve(path);
    }

    /** A path as it is short to read: relative to the working directory if it lies below it. */
    public String shown(Path path) {
        return path.startsWith(workingDirectory)
                ? workingDirectory.relativize(path).toString()
                : path.toString();
    }

    /** Where the engines' jars lie. */
    public Path engines() {
        return installation.resolve("engines");
    }
}
