package io.ssdlab.spi.evaluation;

import io.ssdlab.spi.Maturity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The scores of a split under one metric, all between 0 and 1.
 *
 * @param value the number that tables show (mAP); NaN where the ground truth leaves it undefined
 * @param perClass the AP of each class by name, in label order; NaN for a class without ground truth
 * @param details further named numbers ({@code AP50}, recall), in the metric's order; may be empty
 */
@Maturity(Maturity.Level.STABLE)
public record Scores(double value, Map<String, Double> perClass, Map<String, Double> details) {

    public Scores {
        perClass = Collections.unmodifiableMap(new LinkedHashMap<>(perClass));
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }
}
