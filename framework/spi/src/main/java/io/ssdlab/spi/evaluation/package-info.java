/** How detections are scored against the ground truth. */
package io.ssdlab.spi.evaluation;
