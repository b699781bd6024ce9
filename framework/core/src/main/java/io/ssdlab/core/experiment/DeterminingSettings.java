package io.ssdlab.core.experiment;

import io.ssdlab.core.config.LayerCombiner;
import io.ssdlab.core.experiment.CanonicalForm.Paths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of an experiment that {@link ConfigIdentity determine} its numbers, but for the engine, to compare with
 * those of another. Augmenters stand under their names, in order; of a folder only that it is one.
 */
final class DeterminingSettings {

    private DeterminingSettings() {}

    static Map<String, Object> of(Experiment experiment) {
        Map<String, Object> settings = ConfigIdentity.settings(experiment, new CanonicalForm(Paths.NAMED));
        Map<String, Object> training = section(settings, "training");
        training.put("augment", byName((List<?>) training.get("augment")));
        settings.put("training", training);
        return settings;
    }

    /** A copy of a section. */
    static Map<String, Object> section(Map<String, Object> settings, String key) {
        Map<String, Object> section = new LinkedHashMap<>();
        ((Map<?, ?>) settings.get(key)).forEach((name, value) -> section.put(name.toString(), value));
        return section;
    }

    private static Map<String, Object> byName(List<?> augmenters) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (Object augmenter : augmenters) {
            String name = ((Map<?, ?>) augmenter).get(LayerCombiner.USE).toString();
            String unique = name;
            for (int i = 2; named.containsKey(unique); i++) {
                unique = name + "-" + i;
            }
            named.put(unique, augmenter);
        }
        return named;
    }
}
