package io.ssdlab.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.commons.configuration2.tree.NodeCombiner;

/**
 * Lays one layer of configuration over another. Maps merge deeply, in the lower layer's order with new keys at the end;
 * lists and scalars are replaced whole; a null takes the lower value away. A map over a list whose keys are all numbers of
 * items, counted from 0, goes over these items.
 *
 * <p>A component ({@code {use: NAME, ...}}) keeps its lower settings only while {@code use} names the same component: the
 * settings of one component mean nothing to another. A lower component may be given by its name alone.
 */
public final class LayerCombiner extends NodeCombiner {

    /** The key that names a component. */
    public static final String USE = "use";

    /** {@code layers}, the topmost first, as one tree. */
    public ConfigNode combine(List<ConfigNode> layers) {
        return layers.stream()
                .reduce((upper, lower) -> combine(upper, lower))
                .orElseThrow(() -> new IllegalArgumentException("no layer to combine"));
    }

    /** {@code upper} over {@code lower}. */
    public ConfigNode combine(ConfigNode upper, ConfigNode lower) {
        return ConfigNode.of(combine(upper.immutableNode(), lower.immutableNode()));
    }

    /** {@code node1} over {@code node2}; both made by {@link ConfigNode}. */
    @Override
    public ImmutableNode combine(ImmutableNode node1, ImmutableNode node2) {
        ConfigNode upper = ConfigNode.of(node1);
        ConfigNode lower = asComponent(ConfigNode.of(node2), upper);
        if (changesItems(upper, lower)) {
            return items(upper, lower).immutableNode();
        }
        if (!upper.isMap() || !lower.isMap() || changesComponent(upper, lower)) {
            return node1;
        }
        ConfigNode merged = lower;
        for (ConfigNode entry : upper.children()) {
            merged = merged.with(lower.entry(entry.name())
                    .map(below -> combine(entry, below))
                    .orElse(entry));
        }
        // A map changed from the command line still stands where its file wrote it.
        return upper.origin().hasPosition()
                ? merged.at(upper.origin())
                        .named(upper.name(), upper.keyOrigin())
                        .immutableNode()
                : merged.immutableNode();
    }

    private static boolean changesItems(ConfigNode upper, ConfigNode lower) {
        List<String> numbers = IntStream.range(0, lower.children().size())
                .mapToObj(Integer::toString)
                .toList();
        return upper.isMap()
                && lower.isList()
                && !upper.children().isEmpty()
                && upper.children().stream().map(ConfigNode::name).allMatch(numbers::contains);
    }

    private ConfigNode items(ConfigNode upper, ConfigNode lower) {
        List<ConfigNode> items = new ArrayList<>();
        for (ConfigNode below : lower.children()) {
            items.add(upper.entry(Integer.toString(items.size()))
                    .map(entry -> combine(entry, below))
                    .orElse(below));
        }
        return ConfigNode.list(lower.origin(), items).named(lower.name(), lower.keyOrigin());
    }

    private static ConfigNode asComponent(ConfigNode lower, ConfigNode upper) {
        boolean name = lower.value().filter(String.class::isInstance).isPresent();
        if (!upper.isMap() || !name) {
            return lower;
        }
        return ConfigNode.map(lower.origin(), List.of(lower.named(USE, lower.origin())))
                .named(lower.name(), lower.keyOrigin());
    }

    private static boolean changesComponent(ConfigNode upper, ConfigNode lower) {
        Optional<String> before = lower.given(USE).map(ConfigNode::text);
        Optional<String> after = upper.given(USE).map(ConfigNode::text);
        return before.isPresent() && after.isPresent() && !before.equals(after);
    }
}
