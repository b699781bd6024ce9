/**
 * The detections of one class over a split, ranked once and then counted as often as one likes: what average precision is
 * made of, under any counts of the images.
 *
 * <p>{@link io.ssdlab.plugin.datasets.ranking.Ranking} sorts, {@link
 * io.ssdlab.plugin.datasets.ranking.RankedDetections} is the ranking, {@link
 * io.ssdlab.plugin.datasets.ranking.CountedDetections} the ranking under counts, {@link
 * io.ssdlab.plugin.datasets.ranking.RankedHits} tells the false alarms before each hit. Only hits raise the recall, so this
 * is all that a curve of precision over recall needs.
 */
package io.ssdlab.plugin.datasets.ranking;
