/** What the augmenters of this plugin draw at random. */
package io.ssdlab.plugin.augmenters.chance;
