package io.ssdlab.core.model;

import ai.djl.ndarray.NDManager;
import io.ssdlab.spi.model.Backbone;
import java.util.SplittableRandom;

/**
 * What a detector's network costs.
 *
 * @param parameters values that training learns unless they are frozen
 * @param multiplyAccumulates of a forward pass over one image
 */
public record NetworkCost(long parameters, long multiplyAccumulates) {

    /** Builds a network for {@code classes} classes besides the background, and counts. */
    public static NetworkCost of(Backbone backbone, DetectorLayout layout, int classes, NDManager manager) {
        try (NDManager scope = manager.newSubManager()) {
            DetectorNetwork network = DetectorNetwork.create(backbone, layout, classes, scope, new SplittableRandom(0));
            return of(network);
        }
    }

    /** Counts. */
    public static NetworkCost of(DetectorNetwork network) {
        return new NetworkCost(network.parameterCount(), network.multiplyAccumulates());
    }
}
