package io.ssdlab.core.store;

/**
 * A finished run as {@code run.json} tells it. What metrics say of it is a {@link ScoredRun}.
 *
 * @param id of the identity, 64 lower-case hexadecimal digits
 * @param experiment its name
 * @param row the row of its ablation table, or the experiment's name if it has none
 * @param identity what the outcome depends on
 * @param outcome what came out
 * @param finished when, in ISO 8601, UTC
 * @param checksums of all files of the run but {@code run.json} and the scores, which can be made anew
 */
public record RunRecord(
        String id,
        String experiment,
        String row,
        RunIdentity identity,
        RunOutcome outcome,
        String finished,
        Checksums checksums) {

    /** @throws IllegalArgumentException if the id is not that of the identity */
    public RunRecord {
        if (!identity.id().equals(id)) {
            throw new IllegalArgumentException("the id %s is not that of %s".formatted(id, identity));
        }
    }

    /** The first eight digits of the id, by which people name the run. */
    public String shortId() {
        return RunIdentity.shortId(id);
    }

    /** The seed of the run's random choices. */
    public long seed() {
        return identity.seed();
    }
}
