/**
 * Augmentation beside SSD's: what later papers do to training samples, each step an augmenter of its own.
 *
 * <p>Each draws first whether it acts at all on a sample, and nothing more if it does not; what else it draws, and in which
 * order, stands with each. Pixels keep to 8 bits: every result is rounded to the nearest level and cut to 0..255.
 *
 * <p>The plugin shares no code with the plugin {@code ssd}: a run's identity names the plugins whose components it uses,
 * and an augmenter that borrowed from another plugin would change with that one's version unnoticed.
 */
package io.ssdlab.plugin.augmenters;
