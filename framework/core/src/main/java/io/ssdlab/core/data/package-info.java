/** From annotated images to training batches: order, decoding, augmentation, matching, prefetch. */
package io.ssdlab.core.data;
