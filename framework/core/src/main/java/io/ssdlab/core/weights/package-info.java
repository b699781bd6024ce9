/** Trained weights: imported from other tools, kept in files of our own, put into networks. */
package io.ssdlab.core.weights;
