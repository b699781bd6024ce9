/** The MultiBox loss and its mining of hard negatives. */
package io.ssdlab.plugin.ssd.loss;
