package io.ssdlab.core.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.Preprocessing.ChannelOrder;
import io.ssdlab.spi.weights.WeightsSheet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file of weights says about itself, in the metadata of its safetensors, so that nobody has to remember it.
 *
 * @param conversion by which it was imported
 * @param sheet what the weights are
 * @param names the name in the source of each tensor, by the name in the network
 * @param files SHA-256 of each file that was read, by name
 */
public record WeightsNote(String conversion, WeightsSheet sheet, Map<String, String> names, Map<String, String> files) {

    private static final String PREFIX = "ssdlab.";
    private static final String CONVERSION = PREFIX + "conversion";
    private static final String TITLE = PREFIX + "title";
    private static final String SOURCE = PREFIX + "source";
    private static final String LICENCE = PREFIX + "licence";
    private static final String FORMAT = PREFIX + "format";
    private static final String PREPROCESSING = PREFIX + "preprocessing";
    private static final String CLASSES = PREFIX + "classes";
    private static final String SETTINGS = PREFIX + "settings";
    private static final String NAMES = PREFIX + "names";
    private static final String FILES = PREFIX + "files";

    private static final ObjectMapper JSON = new ObjectMapper();

    public WeightsNote {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** Preprocessing as the keys of an experiment file have it. */
    private record Pixels(String channelOrder, float meanBlue, float meanGreen, float meanRed, float scale) {

        static Pixels of(Preprocessing preprocessing) {
            return new Pixels(
                    preprocessing.channelOrder().name(),
                    preprocessing.meanBlue(),
                    preprocessing.meanGreen(),
                    preprocessing.meanRed(),
                    preprocessing.scale());
        }

        Preprocessing preprocessing() {
            return new Preprocessing(ChannelOrder.valueOf(channelOrder), meanBlue, meanGreen, meanRed, scale);
        }
    }

    /** As metadata of safetensors. */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(CONVERSION, conversion);
        metadata.put(TITLE, sheet.title());
        metadata.put(SOURCE, sheet.source());
        metadata.put(LICENCE, sheet.licence());
        metadata.put(FORMAT, sheet.format());
        metadata.put(PREPROCESSING, json(Pixels.of(sheet.preprocessing())));
        metadata.put(CLASSES, json(sheet.classes()));
        metadata.put(SETTINGS, sheet.settings());
        metadata.put(NAMES, json(names));
        metadata.put(FILES, json(files));
        return metadata;
    }

    /**
     * From the metadata of safetensors; empty if these were not imported by ssdlab.
     *
     * @param where named in messages
     * @throws InvalidInputException if they were, and are damaged
     */
    public static Optional<WeightsNote> of(Map<String, String> metadata, String where) {
        if (!metadata.containsKey(CONVERSION)) {
            return Optional.empty();
        }
        try {
            WeightsSheet sheet = new WeightsSheet(
                    metadata.getOrDefault(TITLE, ""),
                    metadata.getOrDefault(SOURCE, ""),
                    metadata.getOrDefault(LICENCE, ""),
                    metadata.getOrDefault(FORMAT, ""),
                    JSON.readValue(metadata.getOrDefault(PREPROCESSING, ""), Pixels.class)
                            .preprocessing(),
                    JSON.readValue(metadata.getOrDefault(CLASSES, "[]"), new TypeReference<List<String>>() {}),
                    metadata.getOrDefault(SETTINGS, ""));
            return Optional.of(new WeightsNote(
                    metadata.get(CONVERSION),
                    sheet,
                    texts(metadata.getOrDefault(NAMES, "{}")),
                    texts(metadata.getOrDefault(FILES, "{}"))));
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException damaged) {
            InvalidInputException refused = new InvalidInputException(
                    where,
                    "what the file says about its weights cannot be read: " + damaged.getMessage(),
                    "import them again");
            refused.initCause(damaged);
            throw refused;
        }
    }

    private static Map<String, String> texts(String json) throws JsonProcessingException {
        Map<String, String> texts = JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        if (texts.containsValue(null)) {
            throw new IllegalArgumentException("a null among " + texts);
        }
        return texts;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
