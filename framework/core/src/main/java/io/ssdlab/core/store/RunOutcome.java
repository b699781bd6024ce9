package io.ssdlab.core.store;

import io.ssdlab.spi.evaluation.Scores;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a finished run hands to the store.
 *
 * @param boxes prior boxes of the detector
 * @param parameters trainable and fixed numbers of the network
 * @param seconds wall time by stage ({@code train}, {@code detect}, {@code evaluate})
 * @param inference the detector's speed
 * @param scores by metric name, in the experiment's order
 */
public record RunOutcome(
        int boxes, long parameters, Map<String, Double> seconds, InferenceSpeed inference, Map<String, Scores> scores) {

    public RunOutcome {
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }
}
