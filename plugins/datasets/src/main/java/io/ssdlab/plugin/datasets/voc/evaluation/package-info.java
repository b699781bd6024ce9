/**
 * The metrics of the PASCAL VOC challenges, from detections to mAP: {@link
 * io.ssdlab.plugin.datasets.voc.evaluation.DetectionJudge} decides true and false positives of each class, the curve of
 * precision over recall follows from their ranking, and the average precision is taken of the curve.
 */
package io.ssdlab.plugin.datasets.voc.evaluation;
