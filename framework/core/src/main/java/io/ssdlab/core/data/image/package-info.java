/** Pictures: from an encoded file to pixels, to the size of the network's input, to the network's floats; and back to a file. */
package io.ssdlab.core.data.image;
