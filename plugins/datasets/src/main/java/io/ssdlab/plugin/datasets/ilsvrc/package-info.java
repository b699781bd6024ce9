/**
 * Reads the detection data of ILSVRC in its published layout: {@link io.ssdlab.plugin.datasets.ilsvrc.IlsvrcReader} asks
 * for the classes, the images of the split, their annotations (which have VOC's format) and the headers of their
 * pictures, in this order.
 */
package io.ssdlab.plugin.datasets.ilsvrc;
