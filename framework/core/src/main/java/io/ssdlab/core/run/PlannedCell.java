package io.ssdlab.core.run;

import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.store.RunKey;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.UnfinishedRun;
import java.util.List;
import java.util.Optional;

/**
 * A cell of a plan: one row with one seed on one engine.
 *
 * @param key what is asked of the store
 * @param state how far it is
 * @param run the run that it is, if {@link CellState#DONE}; if not, the newest run of what it was before, if there is one
 * @param changes why {@code run} does not serve, each in a few words; empty if it does, or there is none
 * @param unfinished if {@link CellState#UNFINISHED}
 */
public record PlannedCell(
        Row row,
        long seed,
        RunKey key,
        CellState state,
        Optional<RunRecord> run,
        List<String> changes,
        Optional<UnfinishedRun> unfinished) {

    public PlannedCell {
        changes = List.copyOf(changes);
    }
}
