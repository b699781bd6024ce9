package io.ssdlab.core.experiment;

import io.ssdlab.core.experiment.CanonicalForm.Paths;
import java.util.Map;

/**
 * The settings of an experiment that a publication can name: those that {@link ConfigIdentity determine} its numbers, but
 * for the engine and the batch of detection, and the metric that tables show. Augmenters stand under their names, in
 * order.
 */
final class PublishedSettings {

    private PublishedSettings() {}

    static Map<String, Object> of(Experiment experiment) {
        Map<String, Object> settings = DeterminingSettings.of(experiment);
        Map<String, Object> detection = DeterminingSettings.section(settings, "detection");
        detection.remove("batch");
        settings.put("detection", detection);
        new CanonicalForm(Paths.NAMED)
                .value(experiment.metrics().get(0))
                .ifPresent(metric -> settings.put("metric", metric));
        return settings;
    }
}
