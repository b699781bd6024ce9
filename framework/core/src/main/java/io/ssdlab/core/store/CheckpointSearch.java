package io.ssdlab.core.store;

import java.util.List;
import java.util.Optional;

/**
 * What a look at the checkpoints of a run has found.
 *
 * @param newest the newest whole one
 * @param damaged the iterations of newer ones that are damaged, newest first
 */
public record CheckpointSearch(Optional<Checkpoint> newest, List<Long> damaged) {

    public CheckpointSearch {
        damaged = List.copyOf(damaged);
    }
}
