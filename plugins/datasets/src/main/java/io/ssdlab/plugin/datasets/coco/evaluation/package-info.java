/**
 * The metric {@code coco}: what {@code COCOeval} of pycocotools computes for boxes with its default parameters, number by
 * number.
 *
 * <p>The way: {@code ImageOrder} puts the images in order, {@code CategoryBoxes} holds objects and detections of one
 * class in columns, {@code CategoryMatching} decides in each image which detection found what, {@code CategoryScores}
 * takes precision and recall of the class, {@code Statistic} each of the twelve numbers; {@code WeightedPrecision} takes AP
 * alone, of images that count as often as one likes. Classes are independent and run in parallel.
 */
package io.ssdlab.plugin.datasets.coco.evaluation;
