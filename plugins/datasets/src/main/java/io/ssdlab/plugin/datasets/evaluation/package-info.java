/**
 * The metrics of the PASCAL VOC challenges and of ILSVRC, from detections to mAP: {@link
 * io.ssdlab.plugin.datasets.evaluation.DetectionJudge} decides true and false positives of each class by a rule, the
 * curve of precision over recall follows from their ranking, and the average precision is taken of the curve.
 */
package io.ssdlab.plugin.datasets.evaluation;
