package io.ssdlab.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The commands below the root by name, each made when it is needed: reading the annotations of all of them takes longer
 * than most of what they do. For one thread.
 */
final class Subcommands {

    private final Map<String, Supplier<Object>> byName = new LinkedHashMap<>();

    /**
     * Adds a command.
     *
     * @param name as its annotation has it
     * @param command makes it: an annotated object, or a {@link CommandLine} with commands below it
     */
    Subcommands add(String name, Supplier<Object> command) {
        byName.put(name, command);
        return this;
    }

    /**
     * Adds to the root what it takes to run, explain or refuse a line of arguments: the command that comes first, or else all
     * of them, which the root's help lists and a mistyped name is compared with.
     */
    CommandLine below(CommandLine root, String... arguments) {
        if (arguments.length > 0 && byName.containsKey(arguments[0])) {
            return root.addSubcommand(arguments[0], byName.get(arguments[0]).get());
        }
        byName.forEach((name, command) -> root.addSubcommand(name, command.get()));
        return root;
    }
}
