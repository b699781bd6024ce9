package io.ssdlab.core.table;

import io.ssdlab.core.store.ScoredRun;
import java.util.Optional;

/**
 * The run of a row with one seed, as far as it is.
 *
 * @param seed of its random choices
 * @param state how far
 * @param note why it is stale or missing, or how far it is; empty if there is nothing to say
 * @param run what is stored of it: given if done or stale, else empty
 */
public record SeedRun(long seed, State state, String note, Optional<ScoredRun> run) {

    /** How far a run is. */
    public enum State {
        /** It is stored, and made as it would be made now. */
        DONE,
        /** It is stored, but would come out differently now. */
        STALE,
        /** It was begun. */
        UNFINISHED,
        /** It was not begun. */
        MISSING
    }

    public SeedRun {
        if (run.isPresent() != (state == State.DONE || state == State.STALE)) {
            throw new IllegalArgumentException("a run that is " + state + " with " + run);
        }
    }

    public static SeedRun done(ScoredRun run) {
        return new SeedRun(run.run().seed(), State.DONE, "", Optional.of(run));
    }

    public static SeedRun stale(ScoredRun run, String why) {
        return new SeedRun(run.run().seed(), State.STALE, why, Optional.of(run));
    }

    public static SeedRun unfinished(long seed, String note) {
        return new SeedRun(seed, State.UNFINISHED, note, Optional.empty());
    }

    public static SeedRun missing(long seed, String note) {
        return new SeedRun(seed, State.MISSING, note, Optional.empty());
    }
}
