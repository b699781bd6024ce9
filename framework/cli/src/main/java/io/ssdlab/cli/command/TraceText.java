package io.ssdlab.cli.command;

import io.ssdlab.core.table.AblationLayout;
import io.ssdlab.core.table.RowTrace;
import io.ssdlab.core.table.RunTrace;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the numbers of a table's row are from, for reading. */
record TraceText(RowTrace row, AblationLayout.Commands commands) {

    String render() {
        StringBuilder text = new StringBuilder();
        text.append("row %d: %s (%s), %s\n".formatted(row.number(), row.row(), row.name(), row.state()));
        row.factors().forEach((factor, cell) -> line(text, factor, cell.isEmpty() ? "-" : cell));
        row.values().forEach((column, value) -> line(text, column, value(value)));
        if (!row.delta().isEmpty()) {
            line(text, "delta", numbers(row.delta()));
        }
        row.published()
                .forEach((column, number) -> line(
                        text,
                        column + " published",
                        Numbers.text(number.value())
                                + (number.source().isEmpty() ? "" : " (" + number.source() + ")")));
        row.seeds().forEach(run -> run(text, run));
        text.append('\n');
        line(text, "train", commands.run());
        line(text, "tabulate", commands.table());
        return text.toString();
    }

    private static void run(StringBuilder text, RunTrace run) {
        text.append("\nseed %d: %s%s\n"
                .formatted(run.seed(), run.state(), run.note().isEmpty() ? "" : ", " + run.note()));
        if (run.run().isEmpty()) {
            return;
        }
        line(text, "run", run.run());
        line(text, "directory", run.directory());
        line(text, "config", run.config());
        line(text, "data", run.data());
        line(
                text,
                "versions",
                run.versions().entrySet().stream()
                        .map(version -> version.getKey() + " " + version.getValue())
                        .collect(Collectors.joining(", ")));
        line(text, "engine", run.engine());
        line(text, "commit", run.commit().isEmpty() ? "unknown" : run.commit());
        line(text, "finished", run.finished());
        line(text, "numbers", numbers(run.numbers()));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-18s %s\n".formatted(name, value));
    }

    private static String value(RowTrace.Value value) {
        String runs = value.runs() == 1 ? "1 run" : value.runs() + " runs";
        return value.deviation() > 0
                ? "%s ± %s (%s)".formatted(Numbers.text(value.mean()), Numbers.text(value.deviation()), runs)
                : "%s (%s)".formatted(Numbers.text(value.mean()), runs);
    }

    private static String numbers(Map<String, Double> numbers) {
        return numbers.entrySet().stream()
                .map(number -> number.getKey() + " " + Numbers.text(number.getValue()))
                .collect(Collectors.joining(", "));
    }
}
