package io.ssdlab.core.config;

import io.ssdlab.spi.InvalidInputException;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What SnakeYAML says of a text that is no YAML, with what mends it.
 *
 * @param source that positions name
 * @param text all of it
 * @param failure with the place at which reading stopped, and often that at which it began
 */
record SyntaxMistake(String source, String text, MarkedYAMLException failure) {

    private static final String CANNOT_START = "that cannot start any token";

    InvalidInputException exception() {
        return YamlReader.notYaml(origin(failure.getProblemMark()), what(), remedy(), failure);
    }

    // Reading stops at the end of the file for a quote or bracket that is open since line 2.
    private String what() {
        String problem = failure.getProblem().replaceFirst("(?s)\\. \\(Do not use .* for indentation\\)$", "");
        return Optional.ofNullable(failure.getContextMark())
                .filter(begun -> begun.getLine() != failure.getProblemMark().getLine())
                .filter(begun -> failure.getContext().startsWith("while "))
                .map(begun -> "%s, %s that begins at %s".formatted(problem, failure.getContext(), origin(begun)))
                .orElse(problem);
    }

    private String remedy() {
        String line = line(failure.getProblemMark());
        String problem = failure.getProblem();
        if (problem.contains(CANNOT_START)) {
            return problem.contains("TAB")
                    ? "write spaces instead of the tab"
                    : "write the text in quotes: YAML keeps this character for itself";
        }
        if (problem.contains("another document")) {
            return "keep one experiment in a file, without --- between";
        }
        if (problem.contains("undefined alias")) {
            return "write a text that begins with * in quotes, or mark what it stands for with & above";
        }
        if (problem.contains("mapping values")) {
            return "write a text with a colon in quotes, and the keys of a map one below the other";
        }
        return line.contains("${")
                ? "write \"${...}\" in quotes inside { } and [ ]"
                : "check indentation, colons, brackets, quotes and tags there";
    }

    private String line(Mark mark) {
        return text.lines().skip(mark.getLine()).findFirst().orElse("");
    }

    private Origin origin(Mark mark) {
        return new Origin(source, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
