package io.ssdlab.core.experiment;

/**
 * A number to compare ours with.
 *
 * @param value in the unit of its column (mAP in percent)
 * @param source where it was published; may be empty
 * @param note what to know about it; may be empty
 */
public record PublishedNumber(double value, String source, String note) {}
