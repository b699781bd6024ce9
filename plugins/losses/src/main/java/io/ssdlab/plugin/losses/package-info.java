/**
 * Losses that came after SSD's: the focal loss for the classes, losses of the overlap for the boxes, and label smoothing.
 * Each gives the network what SSD's loss gives it, so that detection and all else stay as they are.
 *
 * <p>The plugin shares no code with the plugin {@code ssd}: a run's identity names the plugins whose components it uses,
 * and a loss that borrowed from another plugin would change with that one's version unnoticed.
 */
package io.ssdlab.plugin.losses;
