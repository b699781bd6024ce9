/** Pictures and clips that a detector is pointed to: found, decoded a batch at a time, detected on. */
package io.ssdlab.core.media;
