package io.ssdlab.plugin.datasets.evaluation;

/** A way to take the average precision (AP) of a curve: a number between 0 and 1, 0 without detections. */
@FunctionalInterface
interface AveragePrecision {

    double of(PrecisionRecallCurve curve);
}
