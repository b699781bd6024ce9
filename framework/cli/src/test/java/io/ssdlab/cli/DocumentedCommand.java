package io.ssdlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command as documentation writes it, held against the command line that there is.
 *
 * @param words after {@code ./ssdlab}, without quotes and comment
 */
public record DocumentedCommand(List<String> words) {

    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");
    private static final Pattern BRACES = Pattern.compile("(.*)\\{([^{}]*,[^{}]*)\\}(.*)");
    private static final Pattern EXPERIMENT = Pattern.compile("experiments/\\S*\\.yaml");

    /** Of one line. */
    public static DocumentedCommand of(String line) {
        String command = COMMENT.matcher(line).replaceFirst("").split(" [|&>;] ")[0];
        return new DocumentedCommand(WORD.matcher(command)
                .results()
                .map(MatchResult::group)
                .map(word -> word.replaceAll("['\"]", ""))
                .skip(1)
                .toList());
    }

    /** The experiment files that it names, with braces spelt out. */
    public List<String> experiments() {
        return words.stream()
                .flatMap(DocumentedCommand::spelt)
                .filter(word -> EXPERIMENT.matcher(word).matches())
                // Braces in braces are spelt out from within.
                .distinct()
                .toList();
    }

    private static Stream<String> spelt(String word) {
        return BRACES.matcher(word)
                .results()
                .findFirst()
                .map(braces -> Stream.of(braces.group(2).split(","))
                        .flatMap(part -> spelt(braces.group(1) + part + braces.group(3))))
                .orElseGet(() -> Stream.of(word));
    }

    /** What of it there is not: a command or options; empty if all is well. */
    public List<String> unknown(CliEnvironment environment) {
        CommandLine command = new SsdlabCli(environment).commandLine();
        List<String> unknown = new ArrayList<>();
        boolean named = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("--")) {
                String name = word.split("=", 2)[0];
                Optional<OptionSpec> option =
                        Optional.ofNullable(command.getCommandSpec().findOption(name));
                if (option.isEmpty()) {
                    unknown.add(name);
                } else if (!word.contains("=") && option.get().arity().max() > 0) {
                    i++;
                }
            } else if (command.getSubcommands().containsKey(word)) {
                command = command.getSubcommands().get(word);
                named = command.getSubcommands().isEmpty();
            } else if (!named) {
                unknown.add(word);
                named = true;
            }
        }
        return unknown;
    }
}
