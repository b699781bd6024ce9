package io.ssdlab.cli;

import io.ssdlab.cli.command.Laboratories;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command above all others: holds the options that every command understands. */
@Command(
        name = "ssdlab",
        description = "Trains, evaluates and compares single-shot object detectors.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        scope = ScopeType.INHERIT)
final class SsdlabCommand {

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of a failure.")
    private boolean debug;

    @Option(
            names = Laboratories.PLUGIN_PATH,
            paramLabel = "PATH",
            scope = ScopeType.INHERIT,
            description =
                    "Plugins from outside: jars, folders of a plugin's jars, or folders of such folders, separated as"
                            + " on a class path; also SSDLAB_PLUGINS.")
    private List<String> pluginPath = List.of();

    boolean debug() {
        return debug;
    }

    List<String> pluginPath() {
        return pluginPath;
    }
}
