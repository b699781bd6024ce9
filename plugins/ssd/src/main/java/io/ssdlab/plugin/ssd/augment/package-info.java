/**
 * The augmentation of the original SSD (paper sections 2.2 and 3.6), each step an augmenter of its own, to be run in this
 * order: {@link io.ssdlab.plugin.ssd.augment.ColourDistortion}, {@link io.ssdlab.plugin.ssd.augment.Expansion}, {@link
 * io.ssdlab.plugin.ssd.augment.BatchSampler}, {@link io.ssdlab.plugin.ssd.augment.Resize}, {@link
 * io.ssdlab.plugin.ssd.augment.HorizontalFlip}.
 *
 * <p>What is drawn at random is a value of its own (a list of colour steps, a placement, a crop) and apart from the work on
 * pixels. Arithmetic follows the original: 8-bit pixels with saturation, boxes in single precision. The original also
 * re-encodes the picture as JPEG in each of the first three steps, a side effect of its storage; the setting {@code
 * jpeg-reencoding} of each does the same, and is off by default.
 */
package io.ssdlab.plugin.ssd.augment;
