package io.ssdlab.core.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one training step measured.
 *
 * @param iteration the step's number, from 1
 * @param loss the total; may be NaN or infinite if the training diverges
 * @param terms the loss's parts by name, in the loss's order
 * @param learningRate at this step
 * @param imagesPerSecond of this step, data included
 * @param waitingShare the share of the step's time spent waiting for data, 0 to 1
 */
public record StepMetrics(
        long iteration,
        double loss,
        Map<String, Double> terms,
        double learningRate,
        double imagesPerSecond,
        double waitingShare) {

    public StepMetrics {
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }
}
