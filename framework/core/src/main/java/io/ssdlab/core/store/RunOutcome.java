package io.ssdlab.core.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a finished run hands to the store.
 *
 * @param boxes prior boxes of the detector
 * @param parameters trainable and fixed numbers of the network
 * @param seconds wall time by stage ({@code train}, {@code detect})
 * @param inference the detector's speed
 */
public record RunOutcome(int boxes, long parameters, Map<String, Double> seconds, InferenceSpeed inference) {

    public RunOutcome {
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }
}
