package io.ssdlab.spi.training;

import ai.djl.ndarray.NDArray;
import io.ssdlab.spi.Maturity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A loss and what it is made of.
 *
 * @param total a scalar that can be differentiated
 * @param terms the parts by name ({@code location}, {@code confidence}), scalars, for the progress line and the metrics
 */
@Maturity(Maturity.Level.STABLE)
public record LossTerms(NDArray total, Map<String, NDArray> terms) {

    public LossTerms {
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }
}
