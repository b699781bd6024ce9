package io.ssdlab.plugin.losses;

import ai.djl.ndarray.NDArray;
import io.ssdlab.spi.training.LossTerms;
import java.util.LinkedHashMap;
import java.util.Map;

/** A loss of two terms, {@code location} and {@code confidence}. */
final class TwoTerms {

    private TwoTerms() {}

    /** The total is the sum. */
    static LossTerms of(NDArray location, NDArray confidence) {
        Map<String, NDArray> terms = new LinkedHashMap<>();
        terms.put("location", location);
        terms.put("confidence", confidence);
        return new LossTerms(location.add(confidence), terms);
    }
}
