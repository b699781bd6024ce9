package io.ssdlab.core.fidelity;

import io.ssdlab.core.config.FlowText;
import io.ssdlab.core.config.LayerCombiner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares two sets of settings, each as maps, lists and scalars, where a component is a map with {@code use}.
 *
 * <p>Two components of different names are one difference: their settings do not compare. Where components stand in an
 * order, as augmenters by their names do, the order counts.
 */
public final class SettingsComparison {

    private static final String NONE = "(none)";

    private final List<Difference> differences = new ArrayList<>();

    private SettingsComparison() {}

    /** What differs, in the order of {@code own} and then of {@code published}. */
    public static List<Difference> of(Map<String, Object> own, Map<String, Object> published) {
        SettingsComparison comparison = new SettingsComparison();
        comparison.maps("", own, published);
        return List.copyOf(comparison.differences);
    }

    private void maps(String path, Map<?, ?> own, Map<?, ?> published) {
        Set<Object> keys = new LinkedHashSet<>(own.keySet());
        keys.addAll(published.keySet());
        for (Object key : keys) {
            String child = path.isEmpty() ? key.toString() : path + "." + key;
            if (own.containsKey(key) && published.containsKey(key)) {
                values(child, own.get(key), published.get(key));
            } else {
                boolean added = own.containsKey(key);
                String given = given(added ? own.get(key) : published.get(key));
                String missing = given.equals("on") ? "off" : NONE;
                differences.add(new Difference(child, added ? given : missing, added ? missing : given));
            }
        }
        List<?> ownOrder = componentNames(own);
        List<?> publishedOrder = componentNames(published);
        if (!ownOrder.equals(publishedOrder) && Set.copyOf(ownOrder).equals(Set.copyOf(publishedOrder))) {
            differences.add(new Difference(path, FlowText.of(ownOrder), FlowText.of(publishedOrder)));
        }
    }

    private void values(String path, Object own, Object published) {
        if (isComponent(own) && isComponent(published) && !name(own).equals(name(published))) {
            differences.add(new Difference(path, name(own), name(published)));
        } else if (own instanceof Map<?, ?> ownMap && published instanceof Map<?, ?> publishedMap) {
            maps(path, ownMap, publishedMap);
        } else if (areComponents(own) && areComponents(published)) {
            components(path, asList(own), asList(published));
        } else if (!own.equals(published)) {
            differences.add(new Difference(path, FlowText.of(own), FlowText.of(published)));
        }
    }

    /** A list of components, such as several data sets, item by item if there are as many. */
    private void components(String path, List<?> own, List<?> published) {
        if (own.size() != published.size()) {
            differences.add(new Difference(path, shortly(own), shortly(published)));
            return;
        }
        for (int i = 0; i < own.size(); i++) {
            values(own.size() == 1 ? path : path + "." + i, own.get(i), published.get(i));
        }
    }

    private static List<String> componentNames(Map<?, ?> map) {
        return map.values().stream().allMatch(SettingsComparison::isComponent)
                ? map.keySet().stream().map(Object::toString).toList()
                : List.of();
    }

    private static boolean isComponent(Object value) {
        return value instanceof Map<?, ?> map && map.containsKey(LayerCombiner.USE);
    }

    private static boolean areComponents(Object value) {
        return asList(value).stream().allMatch(SettingsComparison::isComponent);
    }

    /** What may be given alone or as a list. */
    private static List<?> asList(Object value) {
        return value instanceof List<?> list ? list : Arrays.asList(value);
    }

    private static String name(Object component) {
        return String.valueOf(((Map<?, ?>) component).get(LayerCombiner.USE));
    }

    private static String given(Object value) {
        return isComponent(value) ? "on" : FlowText.of(value);
    }

    /** Components by name and by what tells data sets of one kind apart. */
    private static String shortly(List<?> components) {
        return components.stream()
                .map(component -> {
                    Map<?, ?> settings = (Map<?, ?>) component;
                    return Stream.of(LayerCombiner.USE, "year", "split")
                            .filter(settings::containsKey)
                            .map(key -> settings.get(key).toString())
                            .collect(Collectors.joining(" "));
                })
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
