package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.config.RecordBinder;
import io.ssdlab.core.experiment.ChangeReader.Change;
import io.ssdlab.core.experiment.DraftFactor.OfValues.NamedValue;
import io.ssdlab.spi.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the factors of a table. */
final class FactorReader {

    static final String VALUES = "values";
    private static final String ONE_OF = "give one of without: VARIANT (applied to rows not ticked), with: VARIANT (to"
            + " rows ticked), setting: KEY (rows give its value), values: {NAME: {change: {...}}} (rows name one) and"
            + " covers: [KEY, ...] (what the rows' own changes do)";

    private final RecordBinder binder;
    private final ChangeReader changes;
    private final Problems problems;

    FactorReader(RecordBinder binder, ChangeReader changes) {
        this.binder = binder;
        this.changes = changes;
        this.problems = binder.problems();
    }

    /** A factor: one of the five says what it varies; the values stand apart. */
    record FactorHead(
            @Setting("The column head; if left out the variant's, the setting's key or the factor's own.")
            Optional<String> label,

            @NameOf(NameOf.Resource.VARIANT) @Setting("The variant applied to rows that are not ticked.")
            Optional<String> without,

            @NameOf(NameOf.Resource.VARIANT) @Setting("The variant applied to rows that are ticked.")
            Optional<String> with,

            @Setting("The dotted key of a setting of which each row gives the value.")
            Optional<String> setting,

            @Setting(
                    value = "Keys of settings that the rows' own changes set: rows give a tick or a text that only"
                            + " tells of these.",
                    defaultsTo = "[]")
            List<String> covers) {

        List<String> kinds() {
            return Stream.of(without, with, setting, covers.stream().findFirst())
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** A named value of a factor, without its change. */
    record ValueHead(
            @Setting("What tables print; the name if left out.")
            Optional<String> label,

            @NameOf(NameOf.Resource.VARIANT) @Setting("A variant that the value applies, below its change.")
            Optional<String> variant) {}

    /** The factor under its key; empty, and problems, if it is wrong. */
    Optional<DraftFactor> read(ConfigNode node) {
        String key = node.name();
        if (RowReader.KEYS.contains(key) || !key.matches("[A-Za-z0-9]+([-_][A-Za-z0-9]+)*")) {
            problems.add(
                    node.keyOrigin(),
                    "a factor cannot be called " + key,
                    "take letters, digits and hyphens, but not "
                            + String.join(", ", RowReader.KEYS.stream().sorted().toList()));
            return Optional.empty();
        }
        Optional<FactorHead> bound =
                binder.bind("table.factors." + key, node.without(VALUES), FactorHead.class, VALUES);
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        FactorHead head = bound.get();
        Optional<ConfigNode> values = node.given(VALUES);
        int kinds = head.kinds().size() + (values.isPresent() ? 1 : 0);
        if (kinds != 1) {
            problems.add(
                    node.keyOrigin(),
                    "the factor " + key
                            + (kinds == 0 ? " does not say what it varies" : " says more than once what it varies"),
                    ONE_OF);
            return Optional.empty();
        }
        if (values.isPresent()) {
            return values(node, head, values.get());
        }
        if (head.setting().isPresent()) {
            return setting(node, head);
        }
        return head.covers().isEmpty()
                ? ticked(node, head)
                : Optional.of(new DraftFactor.Telling(factor(key, head, key), node.keyOrigin(), head.covers()));
    }

    private static Factor factor(String key, FactorHead head, String label) {
        return new Factor(key, head.label().orElse(label));
    }

    private Optional<DraftFactor> ticked(ConfigNode node, FactorHead head) {
        ConfigNode named = node.given("with").or(() -> node.given("without")).orElseThrow();
        return changes.variant(named)
                .map(variant -> new DraftFactor.Ticked(
                        factor(node.name(), head, variant.label()),
                        node.keyOrigin(),
                        variant,
                        head.with().isPresent()));
    }

    private Optional<DraftFactor> setting(ConfigNode node, FactorHead head) {
        String key = head.setting().orElseThrow();
        ConfigNode named = node.given("setting").orElseThrow();
        List<String> steps = List.of(key.split("\\.", -1));
        if (steps.stream().anyMatch(String::isBlank)) {
            problems.add(named.origin(), "'" + key + "' is no key", "expected a dotted key, such as training.batch");
            return Optional.empty();
        }
        return Optional.of(
                new DraftFactor.OfSetting(factor(node.name(), head, key), node.keyOrigin(), steps, named.origin()));
    }

    private Optional<DraftFactor> values(ConfigNode node, FactorHead head, ConfigNode values) {
        String path = "table.factors." + node.name() + "." + VALUES;
        if (!values.isMap() || values.children().isEmpty()) {
            problems.add(values.origin(), path + " is no map of values", "expected NAME: {change: {...}} for each");
            return Optional.empty();
        }
        Map<String, NamedValue> named = new LinkedHashMap<>();
        for (ConfigNode value : values.children()) {
            value(path + "." + value.name(), value).ifPresent(read -> named.put(value.name(), read));
        }
        return named.size() == values.children().size()
                ? Optional.of(new DraftFactor.OfValues(factor(node.name(), head, node.name()), node.keyOrigin(), named))
                : Optional.empty();
    }

    private Optional<NamedValue> value(String path, ConfigNode value) {
        if (value.isNull()) {
            return Optional.of(new NamedValue(value.name(), Optional.empty()));
        }
        Optional<ValueHead> head =
                binder.bind(path, value.without(ChangeReader.CHANGE), ValueHead.class, ChangeReader.CHANGE);
        Change change = changes.read(path, value);
        return head.filter(sound -> change.sound())
                .map(named -> new NamedValue(named.label().orElse(value.name()), change.change()));
    }
}
