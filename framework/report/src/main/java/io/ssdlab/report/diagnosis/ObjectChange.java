package io.ssdlab.report.diagnosis;

/**
 * An object that one of two runs finds and the other misses.
 *
 * @param object its place in the image's objects, from 0
 * @param foundBySecond whether the second finds it, rather than the first
 */
public record ObjectChange(int object, boolean foundBySecond) {}
