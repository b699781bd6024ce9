package io.ssdlab.spi.model;

import io.ssdlab.spi.Maturity;
import java.util.List;

/**
 * Lays prior (default) boxes over the source maps (paper section 2.2, "Choosing scales and aspect ratios").
 *
 * <p>Called on one thread, without an engine. Depends on nothing but its settings, the arguments and, if it asks
 * for them, the {@link io.ssdlab.spi.data.TrainingBoxes}.
 */
@Maturity(Maturity.Level.STABLE)
@FunctionalInterface
public interface PriorBoxGenerator {

    /**
     * The prior boxes of all source maps: one {@link PriorLayer} for each, in the same order and with the same rows and
     * columns.
     *
     * @throws IllegalArgumentException if the settings do not fit the maps (six scales for five maps, say)
     */
    PriorBoxes generate(List<SourceMap> sources, InputSize input);
}
