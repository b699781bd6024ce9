/**
 * What detectors after SSD do with prior boxes, which they call anchors: other layouts and other rules for which of them
 * answer for an object.
 */
package io.ssdlab.plugin.anchors;
