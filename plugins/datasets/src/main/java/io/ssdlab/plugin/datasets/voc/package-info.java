/**
 * Reads data sets in the layout of the PASCAL VOC devkit, from the folder to the annotated images: {@link
 * io.ssdlab.plugin.datasets.voc.VocReader} asks for the folder's layout, the ids of the split, their annotations and the
 * headers of their images, in this order.
 */
package io.ssdlab.plugin.datasets.voc;
