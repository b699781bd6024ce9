/** Matching: which prior boxes answer for which object. */
package io.ssdlab.plugin.anchors.matching;
