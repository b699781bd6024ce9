package io.ssdlab.core.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes our nodes of one composed YAML document, aliases expanded. Reports everything that is not plain data. */
final class NodeTranslator {

    // Bounds what aliases can expand to: SnakeYAML counts aliases, not what they multiply to.
    private static final int MOST_NODES = 100_000;

    private final String source;
    private final CoreSchema schema;
    private final Problems problems;
    private final Problems slips;
    private final Deque<Node> ancestors = new ArrayDeque<>();
    private int nodes;

    /**
     * @param problems takes what leaves no tree to go on with
     * @param slips takes keys given twice, of which the first counts
     */
    NodeTranslator(String source, CoreSchema schema, Problems problems, Problems slips) {
        this.source = source;
        this.schema = schema;
        this.problems = problems;
        this.slips = slips;
    }

    ConfigNode translate(Node node) {
        Origin origin = origin(node.getStartMark());
        if (++nodes > MOST_NODES) {
            if (nodes == MOST_NODES + 1) {
                problems.add(
                        origin,
                        "aliases expand to more than " + MOST_NODES + " nodes",
                        "write the values out; use extends: to share them");
            }
            return nothing(origin);
        }
        if (ancestors.contains(node)) {
            problems.add(origin, "an alias that contains itself", "write the value out");
            return nothing(origin);
        }
        ancestors.push(node);
        try {
            if (node instanceof ScalarNode scalar) {
                return scalar(scalar, origin);
            }
            return node instanceof SequenceNode sequence ? list(sequence, origin) : map((MappingNode) node, origin);
        } finally {
            ancestors.pop();
        }
    }

    private ConfigNode scalar(ScalarNode scalar, Origin origin) {
        Optional<ConfigNode> translated = schema.scalar(origin, scalar.getValue(), scalar.getTag());
        if (translated.isEmpty()) {
            refuseTag(scalar.getTag(), origin);
        }
        return translated.orElseGet(() -> nothing(origin));
    }

    private ConfigNode list(SequenceNode sequence, Origin origin) {
        if (!sequence.getTag().equals(Tag.SEQ)) {
            refuseTag(sequence.getTag(), origin);
        }
        List<ConfigNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(translate(item));
        }
        return ConfigNode.list(origin, items);
    }

    private ConfigNode map(MappingNode mapping, Origin origin) {
        if (!mapping.getTag().equals(Tag.MAP)) {
            refuseTag(mapping.getTag(), origin);
        }
        Map<String, Origin> seen = new HashMap<>();
        List<ConfigNode> entries = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Origin keyOrigin = origin(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(keyOrigin, "a key that is a list or a map", "keys are plain words");
                continue;
            }
            Origin first = seen.putIfAbsent(key.getValue(), keyOrigin);
            if (first == null) {
                entries.add(translate(tuple.getValueNode()).named(key.getValue(), keyOrigin));
            } else {
                slips.add(
                        keyOrigin,
                        "the key " + key.getValue() + " is given twice",
                        "keep one of them; the first is at " + first);
            }
        }
        return ConfigNode.map(origin, entries);
    }

    private void refuseTag(Tag tag, Origin origin) {
        problems.add(
                origin,
                "the tag " + tag.getValue() + " is not allowed here",
                "write plain text, numbers, yes/no, lists and maps without tags");
    }

    private static ConfigNode nothing(Origin origin) {
        return ConfigNode.scalar(origin, "", Optional.empty());
    }

    private Origin origin(Mark mark) {
        return new Origin(source, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
