/** Prior (default) boxes: sizes of each source map, shapes of a cell, the boxes of all cells. */
package io.ssdlab.plugin.ssd.prior;
