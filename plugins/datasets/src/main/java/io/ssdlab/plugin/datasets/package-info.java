/** The data sets and metrics that come with ssdlab, as a plugin. */
package io.ssdlab.plugin.datasets;
