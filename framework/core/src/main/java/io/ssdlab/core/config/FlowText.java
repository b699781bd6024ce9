package io.ssdlab.core.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a bound value on one line, as YAML's flow style would. */
public final class FlowText {

    private FlowText() {}

    /** A node as its file has it, {@code ${...}} unresolved. */
    public static String of(ConfigNode node) {
        return switch (node.kind()) {
            case MAP ->
                node.children().stream()
                        .map(entry -> entry.name() + ": " + of(entry))
                        .collect(Collectors.joining(", ", "{", "}"));
            case LIST -> node.children().stream().map(item -> of(item)).collect(Collectors.joining(", ", "[", "]"));
            case SCALAR -> node.text();
        };
    }

    /** A value, or a list or map of values; an empty optional is {@code (none)}. */
    public static String of(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(FlowText::of).orElse("(none)");
        }
        if (value instanceof List<?> list) {
            return list.stream().map(FlowText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Enum<?> constant) {
            return SettingKey.kebab(constant);
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        return value.toString();
    }
}
