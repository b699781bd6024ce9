/** Pictures for the augmenters of this plugin: in OpenCV's matrices, and in one colour. */
package io.ssdlab.plugin.augmenters.image;
