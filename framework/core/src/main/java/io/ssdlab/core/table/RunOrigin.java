package io.ssdlab.core.table;

/**
 * Where a run is from.
 *
 * @param directory relative to the results folder, names separated by {@code /}
 * @param commit of the code that made it; empty if it was not made in a checkout
 */
public record RunOrigin(String directory, String commit) {}
