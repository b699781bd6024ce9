/**
 * What a plugin author reads: the interfaces of the parts of a single-shot detector and the values they exchange.
 *
 * <p>The sub-packages follow the flow of the data: {@link io.ssdlab.spi.data data} (where samples come from),
 * {@link io.ssdlab.spi.model model} (the network's feature maps and prior boxes), {@link io.ssdlab.spi.training
 * training} (matching and loss), {@link io.ssdlab.spi.evaluation evaluation} (scoring detections).
 *
 * <p>Throughout: labels are {@code 1..classes}, {@code 0} is the background and owned by the framework; no method
 * takes or returns {@code null}; arrays handed out by value types are shared and must not be written to.
 */
package io.ssdlab.spi;
