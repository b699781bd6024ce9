package io.ssdlab.report.diagnosis;

/**
 * A point of a curve: what counting every detection down to a score comes to.
 *
 * @param recall above 0, at most 1
 * @param precision above 0, at most 1
 * @param score that of the last detection counted, which is a right one
 */
public record CurvePoint(double recall, double precision, double score) {}
