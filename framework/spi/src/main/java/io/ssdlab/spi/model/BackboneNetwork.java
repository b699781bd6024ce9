package io.ssdlab.spi.model;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import io.ssdlab.spi.Maturity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A backbone as a DJL block.
 *
 * @param block takes {@code [batch, 3, height, width]} (float32, preprocessed) and yields one {@code [batch, channels,
 *     rows, columns]} for each source map, in order
 * @param parameters every parameter of the block under a name that lasts ({@code conv4_3.weight}), in the network's
 *     order. Engines and DJL name parameters by position; checkpoints and imported weights use these names.
 */
@Maturity(Maturity.Level.STABLE)
public record BackboneNetwork(Block block, Map<String, Parameter> parameters) {

    public BackboneNetwork {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
