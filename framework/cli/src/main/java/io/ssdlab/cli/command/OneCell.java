package io.ssdlab.cli.command;

import io.ssdlab.core.run.PlannedCell;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options by which {@code ssdlab run --jobs} has another process work on one cell; not meant for people. */
final class OneCell {

    private static final String ROW = "--only-row";
    private static final String SEED = "--only-seed";
    private static final String CHILD = "--child";

    @Option(names = ROW, hidden = true, description = "Run this row only.")
    private Optional<String> row = Optional.empty();

    @Option(names = SEED, hidden = true, description = "Run this seed only.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = CHILD, hidden = true, description = "Make no table, and end when standard input does.")
    private boolean child;

    /** The arguments that have another process work on a cell. */
    static List<String> arguments(PlannedCell cell) {
        return List.of(ROW, cell.row().name(), SEED, Long.toString(cell.seed()), CHILD);
    }

    boolean isChild() {
        return child;
    }

    List<PlannedCell> of(List<PlannedCell> cells) {
        return cells.stream()
                .filter(cell -> row.map(cell.row().name()::equals).orElse(true))
                .filter(cell -> seed.map(wanted -> wanted == cell.seed()).orElse(true))
                .toList();
    }
}
