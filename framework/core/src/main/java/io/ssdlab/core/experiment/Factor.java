package io.ssdlab.core.experiment;

/**
 * A column of an ablation table that tells what is varied.
 *
 * @param key under which rows give its value
 * @param label the column head
 */
public record Factor(String key, String label) {}
