/** Rectangles of a picture are painted over, so that the network learns objects from what is left of them. */
package io.ssdlab.plugin.augmenters.erase;
