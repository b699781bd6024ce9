package io.ssdlab.core.experiment;

import io.ssdlab.core.experiment.CanonicalForm.Paths;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.spi.ComponentConfig;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of an experiment determines a run's numbers, beside seed, data and plugin versions: data set, model, training,
 * detection and engine. Left out are name, description, recipe, seeds, metrics, loader, device and checkpoint interval,
 * and all paths: a path says where the data lies, not what it is; the fingerprint of the data stands for that.
 *
 * @param json canonical: one line, keys sorted
 * @param sha256 of the JSON's UTF-8 bytes, in lower-case hexadecimal
 */
public record ConfigIdentity(String json, String sha256) {

    public static ConfigIdentity of(Experiment experiment) {
        String json = CanonicalForm.json(determining(experiment, new CanonicalForm(Paths.LEFT_OUT)));
        return new ConfigIdentity(json, sha256(json));
    }

    /** The same with paths, by which rows of a table are told apart: two folders are two data sets until read. */
    static String withPaths(Experiment experiment) {
        return CanonicalForm.json(determining(experiment, new CanonicalForm(Paths.KEPT)));
    }

    /** What a detector's layout depends on: the model and, as prior boxes may be made to fit its boxes, the data set. */
    public static String ofLayout(Experiment experiment) {
        CanonicalForm form = new CanonicalForm(Paths.KEPT);
        return CanonicalForm.json(form.of(experiment.model())) + CanonicalForm.json(form.of(experiment.dataset()));
    }

    /** The whole experiment as JSON, which loads as an experiment file to an equal experiment. */
    public static String resolvedJson(Experiment experiment) {
        return CanonicalForm.json(new CanonicalForm(Paths.KEPT).of(experiment));
    }

    /** The settings that the hash stands for, by dotted key; items of lists by their number, counted from 0. */
    public static SortedMap<String, String> settings(Experiment experiment) {
        SortedMap<String, String> settings = new TreeMap<>();
        flatten("", determining(experiment, new CanonicalForm(Paths.LEFT_OUT)), settings);
        return settings;
    }

    private static void flatten(String key, Object value, Map<String, String> settings) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, item) -> flatten(joined(key, name.toString()), item, settings));
        } else if (value instanceof List<?> list && !list.stream().allMatch(ConfigIdentity::isScalar)) {
            for (int i = 0; i < list.size(); i++) {
                flatten(joined(key, Integer.toString(i)), list.get(i), settings);
            }
        } else {
            settings.put(key, value.toString());
        }
    }

    private static boolean isScalar(Object value) {
        return !(value instanceof Map) && !(value instanceof List);
    }

    private static String joined(String key, String name) {
        return key.isEmpty() ? name : key + "." + name;
    }

    /** The settings of a component as canonical JSON, without paths. */
    public static String settingsJson(ComponentChoice choice) {
        CanonicalForm form = new CanonicalForm(Paths.LEFT_OUT);
        return CanonicalForm.json(
                choice.config().map(config -> form.of((Record) config)).orElse(Map.of()));
    }

    /** The settings of a component as JSON, with paths, which binds to equal settings. */
    public static String resolvedJson(ComponentConfig settings) {
        return CanonicalForm.json(new CanonicalForm(Paths.KEPT).of((Record) settings));
    }

    private static Map<String, Object> determining(Experiment experiment, CanonicalForm form) {
        Map<String, Object> data = settings(experiment, form);
        experiment.engine().ifPresent(engine -> data.put("engine", engine.djlName()));
        return data;
    }

    /** The same without the engine. */
    static Map<String, Object> settings(Experiment experiment, CanonicalForm form) {
        Map<String, Object> data = new TreeMap<>();
        data.put("dataset", form.of(experiment.dataset()));
        data.put("model", form.of(experiment.model()));
        Map<String, Object> training = form.of(experiment.training());
        training.remove("checkpoint-every");
        training.remove("score-every");
        data.put("training", training);
        data.put("detection", form.of(experiment.detection()));
        return data;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
