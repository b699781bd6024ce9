/** What the network is trained towards: matching, targets, loss. */
package io.ssdlab.spi.training;
