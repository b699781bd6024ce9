package io.ssdlab.core.table;

/**
 * A number that somebody published.
 *
 * @param value in the column's unit (mAP in percent)
 * @param source where; empty if the table says it for all
 */
public record PublishedNumber(double value, String source) {}
