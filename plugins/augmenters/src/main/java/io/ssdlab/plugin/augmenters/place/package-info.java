/** Pictures are scaled and laid on a canvas of the input's size, and their objects go with them. */
package io.ssdlab.plugin.augmenters.place;
