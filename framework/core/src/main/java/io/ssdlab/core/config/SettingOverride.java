package io.ssdlab.core.config;

import io.ssdlab.spi.InvalidInputException;
import java.util.Arrays;
import java.util.List;

/**
 * A setting given on the command line: {@code --set training.batch=8}.
 *
 * @param key the dotted path
 * @param value any YAML value
 */
public record SettingOverride(String key, ConfigNode value) {

    /**
     * Parses {@code key.path=value}, the value as YAML; an empty value takes the setting back to its default.
     *
     * @throws InvalidInputException if there is no key, no {@code =}, or the value is no YAML
     */
    public static SettingOverride parse(String argument) {
        int equals = argument.indexOf('=');
        List<String> steps =
                Arrays.asList(argument.substring(0, Math.max(0, equals)).trim().split("\\.", -1));
        if (steps.stream().anyMatch(String::isBlank)) {
            throw new InvalidInputException(
                    "--set " + argument, "no key.path=value", "write --set training.batch=8, say");
        }
        String key = String.join(".", steps);
        ConfigNode value = new YamlReader().read("--set " + key, argument.substring(equals + 1));
        return new SettingOverride(key, value.allAt(Origin.COMMAND_LINE));
    }

    /** The override of the same key in a section. */
    public SettingOverride in(String section) {
        return new SettingOverride(section + "." + key, value);
    }

    /** This override as a layer of configuration. */
    public ConfigNode layer() {
        String[] steps = key.split("\\.");
        ConfigNode layer = value;
        for (int i = steps.length - 1; i >= 0; i--) {
            layer = ConfigNode.map(Origin.COMMAND_LINE, List.of(layer.named(steps[i], Origin.COMMAND_LINE)));
        }
        return layer;
    }
}
