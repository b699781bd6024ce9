/** Prior boxes in octaves: scales and aspect ratios of a cell, the boxes of all cells. */
package io.ssdlab.plugin.anchors.prior;
