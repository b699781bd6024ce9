package io.ssdlab.core.store;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that the outcome of a run depends on: two runs of one identity are one run.
 *
 * @param configHash SHA-256 of the resolved experiment
 * @param seed of every random choice
 * @param dataFingerprint of the data sets, see {@link DatasetFingerprint}
 * @param engine name and version, such as {@code MXNet 1.9.1}
 * @param versions of the framework and of the plugins whose components train and detect, by name
 */
public record RunIdentity(
        String configHash, long seed, String dataFingerprint, String engine, SortedMap<String, String> versions) {

    private static final int SHORT_DIGITS = 8;

    public RunIdentity {
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    public static RunIdentity of(
            String configHash, long seed, String dataFingerprint, String engine, Map<String, String> versions) {
        return new RunIdentity(configHash, seed, dataFingerprint, engine, new TreeMap<>(versions));
    }

    /** SHA-256 over all parts, 64 lower-case hexadecimal digits. */
    public String id() {
        Sha256 sha = new Sha256().add(configHash).add(seed).add(dataFingerprint).add(engine);
        versions.forEach((name, version) -> sha.add(name).add(version));
        return sha.hex();
    }

    /** The first eight digits of {@link #id}, by which people name a run. */
    public String shortId() {
        return shortId(id());
    }

    static String shortId(String id) {
        return id.substring(0, SHORT_DIGITS);
    }
}
