/** Where samples come from: data sets, images, ground truth and their augmentation. */
package io.ssdlab.spi.data;
