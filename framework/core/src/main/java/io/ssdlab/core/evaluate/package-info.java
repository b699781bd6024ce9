/** Ground truth and detections on disk (COCO's JSON formats), and how a metric scores one against the other. */
package io.ssdlab.core.evaluate;
