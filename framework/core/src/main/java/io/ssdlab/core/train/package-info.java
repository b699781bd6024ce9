/** From a batch to better weights: optimiser, schedule, training loop, checkpoints. */
package io.ssdlab.core.train;
