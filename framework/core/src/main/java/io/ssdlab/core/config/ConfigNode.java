package io.ssdlab.core.config;

import java.util.List;
import java.util.Optional;
import org.apache.commons.configuration2.tree.ImmutableNode;

/**
 * A node of a configuration tree with the place where it was written: a view of a Commons Configuration {@link
 * ImmutableNode} that carries kind, origin and raw text as attributes. Immutable.
 *
 * <p>A map holds its entries as children under their keys, in order; a list its items, all under the same name; a scalar
 * has no children, a typed value (text, {@code Boolean}, {@code Long}, {@code BigInteger}, {@code Double}, or none for a
 * YAML null) and its raw text.
 */
public final class ConfigNode {

    /** What a node holds. */
    public enum Kind {
        MAP,
        LIST,
        SCALAR
    }

    private static final String KIND = "kind";
    private static final String ORIGIN = "origin";
    private static final String KEY_ORIGIN = "key-origin";
    private static final String TEXT = "text";
    private static final String ITEM = "item";

    private final ImmutableNode node;

    private ConfigNode(ImmutableNode node) {
        this.node = node;
    }

    /** The view of a node that this class made. */
    static ConfigNode of(ImmutableNode node) {
        return new ConfigNode(node);
    }

    /** A map of children that already have their {@linkplain #named names}. */
    public static ConfigNode map(Origin origin, List<ConfigNode> entries) {
        return container(Kind.MAP, origin, entries);
    }

    public static ConfigNode list(Origin origin, List<ConfigNode> items) {
        return container(
                Kind.LIST,
                origin,
                items.stream().map(item -> item.named(ITEM, item.origin())).toList());
    }

    /** A scalar; no value stands for a YAML null. */
    public static ConfigNode scalar(Origin origin, String text, Optional<Object> value) {
        return new ConfigNode(new ImmutableNode.Builder()
                .addAttribute(KIND, Kind.SCALAR)
                .addAttribute(ORIGIN, origin)
                .addAttribute(KEY_ORIGIN, origin)
                .addAttribute(TEXT, text)
                .value(value.orElse(null))
                .create());
    }

    /** A text scalar. */
    public static ConfigNode text(Origin origin, String text) {
        return scalar(origin, text, Optional.of(text));
    }

    private static ConfigNode container(Kind kind, Origin origin, List<ConfigNode> children) {
        return new ConfigNode(new ImmutableNode.Builder(children.size())
                .addAttribute(KIND, kind)
                .addAttribute(ORIGIN, origin)
                .addAttribute(KEY_ORIGIN, origin)
                .addChildren(children.stream().map(child -> child.node).toList())
                .create());
    }

    /** This node as the entry of a map whose key stands at {@code keyOrigin}. */
    public ConfigNode named(String key, Origin keyOrigin) {
        return new ConfigNode(node.setName(key).setAttribute(KEY_ORIGIN, keyOrigin));
    }

    /** This node and all below it with another origin for values and keys. */
    ConfigNode allAt(Origin origin) {
        List<ConfigNode> children = children().stream()
                .map(child -> child.allAt(origin).named(child.name(), origin))
                .toList();
        return switch (kind()) {
            case MAP -> map(origin, children);
            case LIST -> list(origin, children);
            case SCALAR -> at(origin);
        };
    }

    /** This node with another origin for value and key. */
    ConfigNode at(Origin origin) {
        return new ConfigNode(node.setAttribute(ORIGIN, origin).setAttribute(KEY_ORIGIN, origin));
    }

    ImmutableNode immutableNode() {
        return node;
    }

    public Kind kind() {
        return (Kind) node.getAttributes().get(KIND);
    }

    public boolean isMap() {
        return kind() == Kind.MAP;
    }

    public boolean isList() {
        return kind() == Kind.LIST;
    }

    /** Whether this is a YAML null: as good as not given. */
    public boolean isNull() {
        return kind() == Kind.SCALAR && node.getValue() == null;
    }

    /** The key under which this node stands in its map. */
    public String name() {
        return Optional.ofNullable(node.getNodeName()).orElse("");
    }

    /** Where the value stands. */
    public Origin origin() {
        return (Origin) node.getAttributes().get(ORIGIN);
    }

    /** Where the key stands; for a list item and a root, where the value stands. */
    public Origin keyOrigin() {
        return (Origin) node.getAttributes().get(KEY_ORIGIN);
    }

    /** The scalar as written, without quotes; empty for a map or list. */
    public String text() {
        return (String) node.getAttributes().getOrDefault(TEXT, "");
    }

    /** The scalar's typed value; empty for a null, a map or a list. */
    public Optional<Object> value() {
        return Optional.ofNullable(node.getValue());
    }

    /** What stands here, for messages. */
    String described() {
        if (kind() != Kind.SCALAR) {
            return isMap() ? "a map" : "a list";
        }
        if (isNull()) {
            return "empty";
        }
        return value().filter(String.class::isInstance).isPresent() ? "the text '" + text() + "'" : text();
    }

    /** The entries of a map or the items of a list, in order. */
    public List<ConfigNode> children() {
        return node.getChildren().stream().map(ConfigNode::new).toList();
    }

    /** The entry of a map, also if it is a null. */
    public Optional<ConfigNode> entry(String key) {
        return isMap() ? node.getChildren(key).stream().findFirst().map(ConfigNode::new) : Optional.empty();
    }

    /** The entry of a map, if it is given and not a null. */
    public Optional<ConfigNode> given(String key) {
        return entry(key).filter(child -> !child.isNull());
    }

    /** The node at a dotted path such as {@code model.input.width}; list items by number from 0. */
    public Optional<ConfigNode> find(String path) {
        Optional<ConfigNode> found = Optional.of(this);
        for (String step : path.split("\\.", -1)) {
            found = found.flatMap(at -> at.isList() ? at.item(step) : at.entry(step));
        }
        return found;
    }

    /** Whether a key can be the number of an item. */
    public static boolean isItemNumber(String key) {
        return key.matches("[0-9]{1,6}");
    }

    private Optional<ConfigNode> item(String number) {
        if (!isItemNumber(number)) {
            return Optional.empty();
        }
        return children().stream().skip(Integer.parseInt(number)).findFirst();
    }

    /** This map without an entry. */
    public ConfigNode without(String key) {
        return entry(key)
                .map(child -> new ConfigNode(node.removeChild(child.node)))
                .orElse(this);
    }

    /** This map with an entry added, or replaced in its place. */
    public ConfigNode with(ConfigNode entry) {
        return new ConfigNode(entry(entry.name())
                .map(old -> node.replaceChild(old.node, entry.node))
                .orElseGet(() -> node.addChild(entry.node)));
    }
}
