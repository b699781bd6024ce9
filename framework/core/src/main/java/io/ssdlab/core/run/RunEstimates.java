package io.ssdlab.core.run;

import io.ssdlab.core.store.RunIndex;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.UnfinishedRun;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How long runs will take, judging by stored ones: those of the same configuration with any seed, versions and data; if
 * there is none, those of the same experiment; on the same engine. The longest of them counts: a run that was interrupted
 * has only noted the time since.
 *
 * @param index of the store
 */
public record RunEstimates(RunIndex index) {

    private static final String TRAIN = "train";

    /** The seconds that a cell has to go yet, 0 if it is done; empty if no stored run tells. */
    public Optional<Double> seconds(PlannedCell cell) {
        if (cell.state() == CellState.DONE) {
            return Optional.of(0.0);
        }
        return longest(run -> run.identity().configHash().equals(cell.key().configHash()), cell)
                .or(() -> longest(
                        run -> run.experiment().equals(cell.row().experiment().name()), cell))
                .map(run -> toGo(cell, run));
    }

    private Optional<RunRecord> longest(Predicate<RunRecord> alike, PlannedCell cell) {
        List<RunRecord> finished = index.finished();
        return finished.stream()
                .filter(run -> run.identity().engine().equals(cell.key().engine()))
                .filter(alike)
                .max(Comparator.comparingDouble(RunEstimates::total));
    }

    private static double toGo(PlannedCell cell, RunRecord run) {
        double iterations = cell.row().experiment().training().iterations();
        double done = cell.unfinished().map(UnfinishedRun::iteration).orElse(0L) / iterations;
        return total(run) - run.outcome().seconds().getOrDefault(TRAIN, 0.0) * Math.min(1, done);
    }

    private static double total(RunRecord run) {
        return run.outcome().seconds().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
