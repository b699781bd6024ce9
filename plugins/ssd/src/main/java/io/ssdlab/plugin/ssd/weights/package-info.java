/** VGG16 and whole SSDs as other tools keep them, and what becomes of them. */
package io.ssdlab.plugin.ssd.weights;
