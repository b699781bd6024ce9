package io.ssdlab.core.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** How the single values of experiment files are told apart, by the Java type that they become. */
public enum LeafKind {
    /** A whole number. */
    WHOLE,
    /** A number. */
    REAL,
    /** Yes or no. */
    FLAG,
    /** A path. */
    PATH,
    /** One of the constants of an enum. */
    CONSTANT,
    /** Any text. */
    TEXT,
    /** A type that Jackson reads from a single value. */
    OTHER;

    /** The words for yes and no, as alternatives of a regular expression. */
    public static final String FLAG_WORDS =
            "yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF";

    private static final Set<Class<?>> WHOLE_TYPES =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class, byte.class, Byte.class);
    private static final Set<Class<?>> REAL_TYPES = Set.of(double.class, Double.class, float.class, Float.class);

    /** The kind of a type that is written as a single value. */
    public static LeafKind of(Class<?> type) {
        if (WHOLE_TYPES.contains(type)) {
            return WHOLE;
        }
        if (REAL_TYPES.contains(type)) {
            return REAL;
        }
        if (type == boolean.class || type == Boolean.class) {
            return FLAG;
        }
        if (type == Path.class) {
            return PATH;
        }
        if (type.isEnum()) {
            return CONSTANT;
        }
        return type == String.class ? TEXT : OTHER;
    }

    /** A type in words. */
    static String describe(Class<?> type) {
        return switch (of(type)) {
            case WHOLE -> "a whole number";
            case REAL -> "a number";
            case FLAG -> "yes or no";
            case PATH -> "a path";
            case CONSTANT ->
                "one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(constant -> SettingKey.kebab((Enum<?>) constant))
                                .collect(Collectors.joining(", "));
            case TEXT -> "text";
            case OTHER -> "a " + SettingKey.kebab(type.getSimpleName()).replace('-', ' ');
        };
    }
}
