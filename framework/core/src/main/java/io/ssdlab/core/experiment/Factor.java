package io.ssdlab.core.experiment;

/**
 * A column of ticks in an ablation table: what is varied.
 *
 * @param key under which rows tick it
 * @param label the column head
 * @param variant the change that a plugin ships
 * @param appliedWhenTicked whether the variant is applied to rows that are ticked ({@code with:}) or to those that are not
 *     ({@code without:})
 */
public record Factor(String key, String label, String variant, boolean appliedWhenTicked) {}
