/**
 * What one stored run's detections tell when they are held against its ground truth: error types, curves, groups of
 * objects, confusions, images one by one, and what differs between two runs.
 *
 * <p>All from {@code ground-truth.json} and {@code detections.json}. Scores, IoUs, precisions, recalls and APs are between
 * 0 and 1; NaN is what is undefined. Boxes are in pixels of the original image. Records are immutable.
 */
package io.ssdlab.report.diagnosis;
