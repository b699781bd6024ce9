package io.ssdlab.core.config;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Setting;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * One key of a map in an experiment file: a component of a record.
 *
 * @param name in kebab case
 * @param component of the record
 * @param defaultNode what its default is in a file; empty if there is none
 */
public record SettingKey(String name, RecordComponent component, Optional<ConfigNode> defaultNode) {

    private static final Pattern CAPITAL = Pattern.compile("([a-z0-9])([A-Z])");

    /** A table of a hundred rows binds the same few records thousands of times. */
    private static final ClassValue<List<SettingKey>> OF_RECORDS = new ClassValue<>() {
        @Override
        protected List<SettingKey> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(SettingKey::of).toList();
        }
    };

    /**
     * The keys of a record, in its order.
     *
     * @throws InvalidInputException if a default is no YAML
     */
    public static List<SettingKey> allOf(Class<? extends Record> type) {
        return OF_RECORDS.get(type);
    }

    private static SettingKey of(RecordComponent component) {
        String name = kebab(component.getName());
        return new SettingKey(
                name,
                component,
                Optional.ofNullable(component.getAnnotation(Setting.class))
                        .map(Setting::defaultsTo)
                        .filter(text -> !text.isEmpty())
                        .map(text -> new YamlReader()
                                .read("default of " + name, text)
                                .allAt(Origin.DEFAULT)));
    }

    static String kebab(String camel) {
        return CAPITAL.matcher(camel).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
    }

    /** As an enum constant is written in files: {@code HALF_UP} is {@code half-up}. */
    public static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Type type() {
        return component.getGenericType();
    }

    public <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return Optional.ofNullable(component.getAnnotation(type));
    }

    /** The record of the settings below this key, if it holds a map of settings. */
    public Optional<Class<? extends Record>> section() {
        return sectionOf(type());
    }

    /** The record of the settings in a value of a type, if it is a map of settings. */
    public static Optional<Class<? extends Record>> sectionOf(Type type) {
        Class<?> raw = raw(type);
        return raw.isRecord() && !LeafConverter.isLeaf(raw)
                ? Optional.of(raw.asSubclass(Record.class))
                : Optional.empty();
    }

    private Optional<Setting> setting() {
        return annotation(Setting.class);
    }

    /** What the key means; empty if its record does not say. */
    public String meaning() {
        return setting().map(Setting::value).orElse("");
    }

    /** The default as YAML; empty if there is none. */
    public Optional<String> defaultsTo() {
        return setting().map(Setting::defaultsTo).filter(text -> !text.isEmpty());
    }

    /** The least number allowed; empty if there is none. */
    public OptionalDouble least() {
        double min = setting().map(Setting::min).orElse(Double.NEGATIVE_INFINITY);
        return min == Double.NEGATIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(min);
    }

    /** Whether {@link #least} itself is not allowed. */
    public boolean isAboveLeast() {
        return setting().filter(Setting::aboveMin).isPresent();
    }

    /** The greatest number allowed; empty if there is none. */
    public OptionalDouble greatest() {
        double max = setting().map(Setting::max).orElse(Double.POSITIVE_INFINITY);
        return max == Double.POSITIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(max);
    }

    /** Whether a number lies in the key's range. */
    public boolean inRange(double value) {
        double least = least().orElse(Double.NEGATIVE_INFINITY);
        return (isAboveLeast() ? value > least : value >= least)
                && value <= greatest().orElse(Double.POSITIVE_INFINITY);
    }

    /** The range in words, such as {@code above 0, at most 1}; empty if every number is allowed. */
    public String range() {
        String word = isAboveLeast() ? "above " : "at least ";
        String lower = least().isPresent() ? word + plain(least().getAsDouble()) : "";
        String upper = greatest().isPresent() ? "at most " + plain(greatest().getAsDouble()) : "";
        return lower + (lower.isEmpty() || upper.isEmpty() ? "" : ", ") + upper;
    }

    /** The type and range in words, such as {@code a list of numbers, at least 0}. */
    public String expectation() {
        return describe(type()) + (range().isEmpty() ? "" : ", " + range());
    }

    /** A type in words. */
    static String describe(Type type) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return describe(argument(type, 0));
        }
        if (raw == List.class) {
            return "a list (each item " + describe(argument(type, 0)) + ")";
        }
        if (raw == Map.class) {
            return "a map (each value " + describe(argument(type, 1)) + ")";
        }
        return LeafConverter.isLeaf(raw) ? LeafKind.describe(raw) : "a map";
    }

    /**
     * A type without its arguments.
     *
     * @throws IllegalStateException if it is none that a setting can have
     */
    public static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        if (type instanceof Class<?> plain) {
            return plain;
        }
        throw new IllegalStateException("a setting of the type " + type + ", which files cannot express");
    }

    /**
     * An argument of a list, map or optional.
     *
     * @throws IllegalStateException if the type has none
     */
    public static Type argument(Type type, int index) {
        if (type instanceof ParameterizedType parameterized) {
            return parameterized.getActualTypeArguments()[index];
        }
        throw new IllegalStateException("a setting of the raw type " + type + ": its items are of no known type");
    }

    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
