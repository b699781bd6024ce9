/** From the network's predictions to detections: decoding, non-maximum suppression, the best per image. */
package io.ssdlab.core.detect;
