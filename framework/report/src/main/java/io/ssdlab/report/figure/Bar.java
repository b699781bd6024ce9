package io.ssdlab.report.figure;

/**
 * A bar of a chart.
 *
 * @param label what it is of
 * @param value its length, 0 or more; NaN if undefined, and then there is no bar
 * @param text the value and what it stands on, beside the bar
 * @param paint its colour
 */
public record Bar(String label, double value, String text, Paint paint) {}
