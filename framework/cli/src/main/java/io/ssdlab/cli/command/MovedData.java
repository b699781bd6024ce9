package io.ssdlab.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the settings of a run that name something in its data folder, and moves them to where that is now. Thread-safe. */
final class MovedData {

    private final DataFolderSetting data;
    private final ObjectMapper json = new ObjectMapper();

    MovedData(DataFolderSetting data) {
        this.data = data;
    }

    /**
     * What an experiment is loaded with in addition to a run's resolved configuration.
     *
     * @param config the configuration
     * @param split of {@code dataset}: {@code train} or {@code test}
     */
    List<String> overrides(JsonNode config, String split) {
        List<String> overrides = new ArrayList<>();
        String folder = config.path("data").asText("");
        if (!folder.isEmpty()) {
            data.instead(Path.of(folder))
                    .ifPresent(now -> move(
                            "dataset." + split, config.path("dataset").path(split), Path.of(folder), now, overrides));
        }
        return overrides;
    }

    private void move(String key, JsonNode value, Path from, Path to, List<String> overrides) {
        if (value.isTextual() && isBelow(value.textValue(), from)) {
            Path moved = to.resolve(from.relativize(Path.of(value.textValue())).toString());
            overrides.add(key + "=" + quoted(moved));
        } else if (value.isObject()) {
            value.properties()
                    .forEach(entry -> move(key + "." + entry.getKey(), entry.getValue(), from, to, overrides));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                move(key + "." + i, value.get(i), from, to, overrides);
            }
        }
    }

    private static boolean isBelow(String text, Path folder) {
        return text.startsWith("/") && Path.of(text).normalize().startsWith(folder.normalize());
    }

    private String quoted(Path path) {
        try {
            return json.writeValueAsString(path.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text is always JSON", e);
        }
    }
}
