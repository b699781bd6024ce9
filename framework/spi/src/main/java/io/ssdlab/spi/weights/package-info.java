/** Trained weights of other tools, and what becomes of them. */
package io.ssdlab.spi.weights;
