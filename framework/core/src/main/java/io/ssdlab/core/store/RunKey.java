package io.ssdlab.core.store;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run as an experiment asks for it: a {@link RunIdentity} whose data may not be at hand.
 *
 * @param configHash SHA-256 of the resolved experiment
 * @param seed of every random choice
 * @param engine as in {@link RunIdentity#engine}
 * @param versions as in {@link RunIdentity#versions}
 * @param dataFingerprint empty if the data was not read: then any counts
 */
public record RunKey(
        String configHash,
        long seed,
        String engine,
        SortedMap<String, String> versions,
        Optional<String> dataFingerprint) {

    public RunKey {
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /** A key without data. */
    public static RunKey of(String configHash, long seed, String engine, Map<String, String> versions) {
        return new RunKey(configHash, seed, engine, new TreeMap<>(versions), Optional.empty());
    }

    /** The same run on known data. */
    public RunKey on(DatasetFingerprint data) {
        return new RunKey(configHash, seed, engine, versions, Optional.of(data.sha256()));
    }

    /** Whether a run of this identity is what is asked for. */
    public boolean matches(RunIdentity identity) {
        return identity.configHash().equals(configHash)
                && identity.seed() == seed
                && identity.engine().equals(engine)
                && identity.versions().equals(versions)
                && dataFingerprint.map(identity.dataFingerprint()::equals).orElse(true);
    }

    /** The identity, once the data is known. */
    public Optional<RunIdentity> identity() {
        return dataFingerprint.map(data -> new RunIdentity(configHash, seed, data, engine, versions));
    }
}
