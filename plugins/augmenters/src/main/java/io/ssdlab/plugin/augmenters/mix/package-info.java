/** One sample is made of several of the training set. */
package io.ssdlab.plugin.augmenters.mix;
