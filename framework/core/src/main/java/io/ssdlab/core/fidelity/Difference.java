package io.ssdlab.core.fidelity;

/**
 * A setting that is not as published.
 *
 * @param key the dotted path, such as {@code training.batch}
 * @param value the experiment's, as YAML would write it in one line
 * @param published the recipe's, written likewise
 */
public record Difference(String key, String value, String published) {}
