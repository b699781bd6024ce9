package io.ssdlab.core.config;

import io.ssdlab.spi.Problem;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Binds configuration trees to records whose components are annotated with {@link io.ssdlab.spi.Setting}. Never stops at
 * the first problem: all are collected with the place of the offending key or value. For one resolution of one tree, on
 * one thread; keeps the problems and the resolved values as it goes.
 */
public final class RecordBinder {

    private final LeafConverter leaves;
    private final Interpolation interpolation;
    private final List<ValueBinder> valueBinders;
    private final Problems problems;
    private final LayerCombiner combiner = new LayerCombiner();
    private final List<ResolvedValue> resolved = new ArrayList<>();

    /**
     * @param workingDirectory what relative paths are relative to
     * @param interpolation resolves {@code ${...}}
     * @param valueBinders asked before a key is bound by its type
     * @param problems filled while binding
     */
    public RecordBinder(
            Path workingDirectory, Interpolation interpolation, List<ValueBinder> valueBinders, Problems problems) {
        this.leaves = new LeafConverter(workingDirectory);
        this.interpolation = interpolation;
        this.valueBinders = List.copyOf(valueBinders);
        this.problems = problems;
    }

    public Problems problems() {
        return problems;
    }

    /** Every value bound so far, defaults included, in the order of the records. */
    public List<ResolvedValue> resolvedValues() {
        return List.copyOf(resolved);
    }

    /** Notes a value that a {@link ValueBinder} resolved. */
    public void resolved(String path, Object value, Origin origin) {
        resolved.add(new ResolvedValue(path, FlowText.of(value), origin.toString()));
    }

    /** The scalar with all variables resolved; empty if there was a problem. */
    public Optional<ConfigNode> interpolate(ConfigNode scalar) {
        return interpolation.resolve(scalar, problems);
    }

    /**
     * Binds a map to a record.
     *
     * @param path the dotted path of the map, empty for the root
     * @param alsoKnown keys beside the record's, already taken out of the map, to suggest for misspelt ones
     * @return the record; empty if there was a problem
     */
    public <T extends Record> Optional<T> bind(String path, ConfigNode map, Class<T> type, String... alsoKnown) {
        return bindMap(path, map, type, map.keyOrigin(), Set.of(alsoKnown)).map(type::cast);
    }

    private Optional<Object> bindMap(String path, ConfigNode map, Class<?> type, Origin where, Set<String> alsoKnown) {
        if (!map.isMap()) {
            problems.add(map.origin(), subject(path) + " is " + map.described(), "expected a map of its settings");
            return Optional.empty();
        }
        List<SettingKey> keys = SettingKey.allOf(type.asSubclass(Record.class));
        Set<String> names = keys.stream().map(SettingKey::name).collect(Collectors.toSet());
        Set<String> suggested = new TreeSet<>(names);
        suggested.addAll(alsoKnown);
        boolean sound = true;
        for (ConfigNode entry : map.children()) {
            if (!names.contains(entry.name())) {
                problems.add(unknownKey(path, entry, suggested));
                sound = false;
            }
        }
        List<Object> arguments = new ArrayList<>();
        for (SettingKey key : keys) {
            bindKey(joined(path, key.name()), map, key, where).ifPresent(arguments::add);
        }
        if (!sound || arguments.size() != keys.size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecordConstructor(type).construct(arguments));
        } catch (RecordConstructor.RefusedException refused) {
            problems.add(where, subject(path) + ": " + refused.getMessage(), "change these settings to fit together");
            return Optional.empty();
        }
    }

    /** The problem of an unknown key. */
    public static Problem unknownKey(String path, ConfigNode entry, Set<String> known) {
        return new Problem(
                entry.keyOrigin().toString(),
                "unknown key " + entry.name() + (path.isEmpty() ? "" : " in " + path),
                known.isEmpty()
                        ? "there are no settings here"
                        : new NearestNames(known).remedy(entry.name(), "the keys here are"));
    }

    private Optional<Object> bindKey(String path, ConfigNode map, SettingKey key, Origin where) {
        Optional<ConfigNode> defaults = key.defaultNode();
        Optional<ConfigNode> node =
                map.given(key.name()).map(given -> overItems(given, defaults)).or(() -> defaults);
        if (node.isPresent()) {
            Optional<Object> value = bindGiven(path, node.get(), key);
            value.filter(RecordBinder::isPlain)
                    .ifPresent(plain -> resolved(path, plain, node.get().origin()));
            return value;
        }
        Class<?> type = SettingKey.raw(key.type());
        if (type == Optional.class) {
            resolved(path, Optional.empty(), Origin.DEFAULT);
            return Optional.of(Optional.empty());
        }
        if (key.section().isPresent() && valueBinder(key).isEmpty()) {
            // A section left out may still consist of defaults alone.
            return bindMap(path, ConfigNode.map(where, List.of()), type, where, Set.of());
        }
        problems.add(
                where,
                path + " is missing",
                "expected " + key.expectation() + (key.meaning().isEmpty() ? "" : ": " + key.meaning()));
        return Optional.empty();
    }

    /** Numbers of items change the items of the default list, as they do those of an inherited one. */
    private ConfigNode overItems(ConfigNode given, Optional<ConfigNode> defaults) {
        return defaults.filter(ConfigNode::isList)
                .filter(list -> given.isMap() && list.children().size() > 0)
                .map(list -> combiner.combine(given, list))
                .orElse(given);
    }

    private Optional<ValueBinder> valueBinder(SettingKey key) {
        return valueBinders.stream().filter(binder -> binder.binds(key)).findFirst();
    }

    private Optional<Object> bindGiven(String path, ConfigNode node, SettingKey key) {
        return valueBinder(key)
                .map(binder -> binder.bind(path, node, key, this))
                .orElseGet(() -> bindValue(path, node, key.type(), key));
    }

    private Optional<Object> bindValue(String path, ConfigNode node, Type type, SettingKey key) {
        Class<?> raw = SettingKey.raw(type);
        if (raw == Optional.class) {
            return bindValue(path, node, SettingKey.argument(type, 0), key).map(Optional::of);
        }
        if (raw == List.class) {
            return bindList(path, node, SettingKey.argument(type, 0), key);
        }
        if (raw == Map.class) {
            return bindOpenMap(path, node, SettingKey.argument(type, 1), key);
        }
        return LeafConverter.isLeaf(raw)
                ? bindLeaf(path, node, raw, key)
                : bindMap(path, node, raw, node.keyOrigin(), Set.of());
    }

    private Optional<Object> bindList(String path, ConfigNode node, Type itemType, SettingKey key) {
        Optional<String> number = node.children().stream().map(ConfigNode::name).findFirst();
        if (node.isMap() && number.filter(ConfigNode::isItemNumber).isPresent()) {
            problems.add(
                    node.origin(),
                    path + " changes items by number, but there is no list below with all of "
                            + node.children().stream().map(ConfigNode::name).collect(Collectors.joining(", ")),
                    "items count from 0; or give the whole list: " + key.expectation());
            return Optional.empty();
        }
        if (!node.isList()) {
            mismatch(path, node, key.expectation());
            return Optional.empty();
        }
        List<Object> items = new ArrayList<>();
        int index = 0;
        for (ConfigNode item : node.children()) {
            bindValue(path + "." + index++, item, itemType, key).ifPresent(items::add);
        }
        return items.size() == index ? Optional.of(List.copyOf(items)) : Optional.empty();
    }

    private Optional<Object> bindOpenMap(String path, ConfigNode node, Type valueType, SettingKey key) {
        if (!node.isMap()) {
            mismatch(path, node, key.expectation());
            return Optional.empty();
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        for (ConfigNode entry : node.children()) {
            bindValue(joined(path, entry.name()), entry, valueType, key)
                    .ifPresent(value -> entries.put(entry.name(), value));
        }
        return entries.size() == node.children().size()
                ? Optional.of(Collections.unmodifiableMap(entries))
                : Optional.empty();
    }

    private Optional<Object> bindLeaf(String path, ConfigNode node, Class<?> type, SettingKey key) {
        if (node.kind() != ConfigNode.Kind.SCALAR || node.isNull()) {
            mismatch(path, node, key.expectation());
            return Optional.empty();
        }
        Optional<ConfigNode> scalar = interpolate(node);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        if (scalar.get().isNull()) {
            mismatch(path, node, key.expectation());
            return Optional.empty();
        }
        try {
            Object value = leaves.convert(scalar.get(), type);
            if (value instanceof Number number && !key.inRange(number.doubleValue())) {
                mismatch(path, scalar.get(), key.expectation());
                return Optional.empty();
            }
            return Optional.of(value);
        } catch (LeafConverter.MismatchException e) {
            mismatch(path, scalar.get(), e.getMessage() + (key.range().isEmpty() ? "" : ", " + key.range()));
            return Optional.empty();
        }
    }

    private void mismatch(String path, ConfigNode node, String expected) {
        problems.add(node.origin(), path + " is " + node.described(), "expected " + expected);
    }

    private static boolean isPlain(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(RecordBinder::isPlain).orElse(true);
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(RecordBinder::isPlain);
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(RecordBinder::isPlain);
        }
        return LeafConverter.isLeaf(value.getClass());
    }

    private static String subject(String path) {
        return path.isEmpty() ? "the file" : path;
    }

    private static String joined(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
