/** Pictures of detections, for people. */
package io.ssdlab.core.draw;
