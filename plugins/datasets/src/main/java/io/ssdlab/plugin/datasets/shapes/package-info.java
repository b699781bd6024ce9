/**
 * An embedded data set, drawn on first use and kept as files: {@link io.ssdlab.plugin.datasets.shapes.ShapesReader} has a
 * {@link io.ssdlab.plugin.datasets.shapes.ShapesFolder} filled with scenes, each composed of a background and of objects
 * with a shape, a texture and a layout, and then reads it as any VOC data set.
 */
package io.ssdlab.plugin.datasets.shapes;
