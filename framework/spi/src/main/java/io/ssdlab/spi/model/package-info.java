/** The network: its input, its source feature maps, and the prior boxes laid over them. */
package io.ssdlab.spi.model;
