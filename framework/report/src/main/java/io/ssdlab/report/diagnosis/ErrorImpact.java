package io.ssdlab.report.diagnosis;

/**
 * How often an error occurs and what it costs.
 *
 * @param count detections of that {@link ErrorType}, or objects for {@link ErrorType#MISSED}; at all scores
 * @param deltaAp what AP gains if this error alone is repaired, 0 to 1; NaN for a class without objects
 */
public record ErrorImpact(int count, double deltaAp) {}
