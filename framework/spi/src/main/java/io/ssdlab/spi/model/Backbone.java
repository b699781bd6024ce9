package io.ssdlab.spi.model;

import io.ssdlab.spi.Maturity;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The network below the prediction heads: from an image to the source feature maps (paper section 2.1).
 *
 * <p>Called on one thread. {@link #sources} is plain arithmetic and must not load an engine: {@code ssdlab validate} and
 * {@code ssdlab priors} call it.
 */
@Maturity(Maturity.Level.STABLE)
public interface Backbone {

    /**
     * The source maps for an input, in the order in which {@link #build} yields them: from the finest to the coarsest.
     *
     * @throws IllegalArgumentException if the input is too small, with a message that says what would do
     */
    List<SourceMap> sources(InputSize input);

    /**
     * Builds the network for one experiment; each call gives a new one, its parameters not yet initialised. Written for
     * the operations that both engines have; loads no engine. A network that normalises batches does so with {@link
     * BatchNormalisation}, so that its statistics can be frozen, by {@link BatchNormalisation#convolved} where it stands
     * behind a convolution.
     *
     * @param random from which the initial weights are drawn when the framework initialises the block, in the order of
     *     its layers; see {@link FanInUniformInitializer}
     */
    BackboneNetwork build(InputSize input, RandomGenerator random);
}
