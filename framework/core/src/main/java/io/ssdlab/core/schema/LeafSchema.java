package io.ssdlab.core.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ssdlab.core.config.LeafKind;
import io.ssdlab.core.config.SettingKey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The schema of single values.
 *
 * <p>Editors read YAML 1.2, where {@code yes} and {@code off} are texts, and so is every {@code ${...}}: numbers and flags
 * are described as texts of these forms too.
 */
final class LeafSchema {

    private LeafSchema() {}

    static ObjectNode of(Class<?> type, SettingKey key) {
        return switch (LeafKind.of(type)) {
            case WHOLE -> number("integer", key);
            case REAL -> number("number", key);
            case FLAG -> JsonSchema.flag(LeafKind.FLAG_WORDS + "|.*" + JsonSchema.VARIABLE + ".*", key.expectation());
            case CONSTANT -> constant(type);
            case PATH, TEXT, OTHER -> JsonSchema.scalar();
        };
    }

    private static ObjectNode number(String type, SettingKey key) {
        ObjectNode schema = JsonSchema.typed(type, "string")
                .put("pattern", JsonSchema.VARIABLE)
                .put(JsonSchema.PATTERN_MESSAGE, "expected " + key.expectation());
        key.least()
                .ifPresent(
                        least -> JsonSchema.bound(schema, key.isAboveLeast() ? "exclusiveMinimum" : "minimum", least));
        key.greatest().ifPresent(greatest -> JsonSchema.bound(schema, "maximum", greatest));
        return schema;
    }

    private static ObjectNode constant(Class<?> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> SettingKey.kebab((Enum<?>) constant))
                .toList();
        String inAnyCase = names.stream().map(LeafSchema::inAnyCase).collect(Collectors.joining("|", "^(", ")$"));
        return JsonSchema.anyOf(JsonSchema.oneOf(names), text(inAnyCase));
    }

    private static ObjectNode text(String pattern) {
        return JsonSchema.typed("string").put("pattern", pattern + "|" + JsonSchema.VARIABLE);
    }

    // JSON Schema's expressions have no flag for it.
    private static String inAnyCase(String name) {
        return name.chars()
                .mapToObj(letter -> letter == '-' ? "[-_]?" : letter((char) letter))
                .collect(Collectors.joining());
    }

    private static String letter(char letter) {
        String text = String.valueOf(letter);
        String capital = text.toUpperCase(Locale.ROOT);
        return text.equals(capital) ? text : "[" + text + capital + "]";
    }
}
