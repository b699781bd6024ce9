/** Reads data sets in COCO's layout: one instances file (JSON) and a folder of pictures. */
package io.ssdlab.plugin.datasets.coco;
