package io.ssdlab.cli.command;

import io.ssdlab.cli.progress.Clock;
import io.ssdlab.core.run.CellState;
import io.ssdlab.core.run.PlannedCell;
import io.ssdlab.core.run.RunEstimates;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.UnfinishedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code ssdlab run} would do, as text or JSON. */
final class DryRun {

    private static final String UNKNOWN = "unknown";

    private final List<Cell> cells;
    private final Summary summary;

    DryRun(List<PlannedCell> planned, RunEstimates estimates) {
        this.cells = planned.stream().map(cell -> cell(cell, estimates)).toList();
        this.summary = summary(cells);
    }

    /**
     * A cell for people and machines to read.
     *
     * @param state in lower case
     * @param run the stored run's first digits; of a former one if the cell is stale; empty if there is none
     * @param reasons why the stored run does not serve
     * @param iteration the steps that a checkpoint holds
     * @param running whether another process works on it
     * @param seconds to go; NaN if unknown, which JSON has as null
     */
    record Cell(
            String experiment,
            String row,
            long seed,
            String state,
            String run,
            List<String> reasons,
            long iteration,
            int iterations,
            boolean running,
            Double seconds) {}

    /**
     * All cells together.
     *
     * @param seconds to go, of the cells of which it is known
     * @param unknown how many cells there are of which it is not
     */
    record Summary(int cells, long done, long stale, long unfinished, long missing, double seconds, long unknown) {}

    /** What is printed as JSON. */
    record Report(List<Cell> cells, Summary summary) {}

    Report report() {
        return new Report(cells, summary);
    }

    private static Cell cell(PlannedCell cell, RunEstimates estimates) {
        return new Cell(
                cell.row().experiment().name(),
                cell.row().name(),
                cell.seed(),
                cell.state().toString().toLowerCase(Locale.ROOT),
                cell.run().map(RunRecord::shortId).orElse(""),
                cell.changes(),
                cell.unfinished().map(UnfinishedRun::iteration).orElse(0L),
                cell.row().experiment().training().iterations(),
                cell.unfinished().map(UnfinishedRun::isLocked).orElse(false),
                estimates.seconds(cell).orElse(Double.NaN));
    }

    private static Summary summary(List<Cell> cells) {
        return new Summary(
                cells.size(),
                count(cells, CellState.DONE),
                count(cells, CellState.STALE),
                count(cells, CellState.UNFINISHED),
                count(cells, CellState.MISSING),
                cells.stream()
                        .mapToDouble(Cell::seconds)
                        .filter(seconds -> !Double.isNaN(seconds))
                        .sum(),
                cells.stream().filter(cell -> cell.seconds().isNaN()).count());
    }

    private static long count(List<Cell> cells, CellState state) {
        String name = state.toString().toLowerCase(Locale.ROOT);
        return cells.stream().filter(cell -> cell.state().equals(name)).count();
    }

    String text() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("row", "seed", "to go", "state"));
        cells.forEach(cell -> lines.add(List.of(cell.row(), Long.toString(cell.seed()), toGo(cell), state(cell))));
        StringBuilder text = new StringBuilder();
        int[] widths = new int[3];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = lines.stream()
                    .mapToInt(line -> line.get(column).length())
                    .max()
                    .orElse(0);
        }
        for (List<String> line : lines) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-" + widths[0] + "s  %" + widths[1] + "s  %" + widths[2] + "s  %s%n",
                    line.get(0),
                    line.get(1),
                    line.get(2),
                    line.get(3)));
        }
        return text.append(total()).append(System.lineSeparator()).toString();
    }

    private static String toGo(Cell cell) {
        if (cell.state().equals("done")) {
            return "-";
        }
        return cell.seconds().isNaN() ? UNKNOWN : Clock.of(cell.seconds());
    }

    private static String state(Cell cell) {
        String state =
                switch (CellState.valueOf(cell.state().toUpperCase(Locale.ROOT))) {
                    case DONE -> "done, run " + cell.run();
                    case STALE -> "stale: " + String.join("; ", cell.reasons());
                    case UNFINISHED ->
                        "unfinished, after iteration %d of %d".formatted(cell.iteration(), cell.iterations());
                    case MISSING -> "missing";
                };
        return cell.running() ? state + "; another process works on it" : state;
    }

    private String total() {
        String states = Stream.of(
                        part(summary.done(), "done"),
                        part(summary.stale(), "stale"),
                        part(summary.unfinished(), "unfinished"),
                        part(summary.missing(), "missing"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        String time = summary.unknown() == 0
                ? "; %s to go, one after the other".formatted(Clock.of(summary.seconds()))
                : summary.seconds() > 0
                        ? "; %s to go, one after the other, and %d of unknown length"
                                .formatted(Clock.of(summary.seconds()), summary.unknown())
                        : "; no stored run tells how long they take";
        return "%d run%s: %s%s"
                .formatted(
                        summary.cells(),
                        summary.cells() == 1 ? "" : "s",
                        states,
                        summary.done() == summary.cells() ? "" : time);
    }

    private static Optional<String> part(long count, String state) {
        return count == 0 ? Optional.empty() : Optional.of(count + " " + state);
    }
}
