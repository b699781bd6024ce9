/** How fast a detector is, by a protocol that says what is timed and how. */
package io.ssdlab.core.speed;
