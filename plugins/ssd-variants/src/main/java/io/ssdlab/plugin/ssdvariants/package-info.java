/** The ablations of the SSD paper and talk, as named changes to an experiment with the SSD defaults. */
package io.ssdlab.plugin.ssdvariants;
