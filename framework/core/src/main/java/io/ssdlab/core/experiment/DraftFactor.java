package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.FlowText;
import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.config.Origin;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.experiment.TableDraft.DraftCell;
import io.ssdlab.core.plugin.Variant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A factor as its file gives it: how a row's entry becomes a value and a change of settings. */
sealed interface DraftFactor {

    Factor factor();

    /** The place of its key. */
    Origin where();

    /** What a row's entry gives; empty, and a problem, if it is none of the factor's values. */
    Optional<DraftCell> cell(String path, ConfigNode entry, Problems problems);

    /** What a row that leaves it out should add. */
    String expectation();

    /** Keys of settings that it accounts for besides those that its values set. */
    default List<String> covers() {
        return List.of();
    }

    private static Optional<DraftCell> told(ConfigNode entry) {
        return Optional.of(new DraftCell(
                entry.value().orElse(null) instanceof Boolean ticked
                        ? new FactorValue.Tick(ticked)
                        : new FactorValue.Given(FlowText.of(entry)),
                Optional.empty()));
    }

    /** A variant, applied to rows that are ticked ({@code with:}) or to those that are not ({@code without:}). */
    record Ticked(Factor factor, Origin where, Variant variant, boolean appliedWhenTicked) implements DraftFactor {

        @Override
        public Optional<DraftCell> cell(String path, ConfigNode entry, Problems problems) {
            if (entry.value().orElse(null) instanceof Boolean ticked) {
                return Optional.of(new DraftCell(
                        new FactorValue.Tick(ticked),
                        Optional.of(variant.change()).filter(change -> ticked == appliedWhenTicked)));
            }
            problems.add(entry.origin(), path + " is no tick", "expected yes or no");
            return Optional.empty();
        }

        @Override
        public String expectation() {
            return "yes or no";
        }
    }

    /**
     * A setting of which rows give the value.
     *
     * @param steps of its key
     * @param named where the key is named
     */
    record OfSetting(Factor factor, Origin where, List<String> steps, Origin named) implements DraftFactor {

        public OfSetting {
            steps = List.copyOf(steps);
        }

        @Override
        public Optional<DraftCell> cell(String path, ConfigNode entry, Problems problems) {
            ConfigNode layer = entry;
            for (int i = steps.size() - 1; i >= 0; i--) {
                layer = ConfigNode.map(named, List.of(layer.named(steps.get(i), named)));
            }
            return Optional.of(new DraftCell(new FactorValue.Given(FlowText.of(entry)), Optional.of(layer)));
        }

        @Override
        public String expectation() {
            return "a value of " + key();
        }

        String key() {
            return String.join(".", steps);
        }
    }

    /** Named values, each a change. */
    record OfValues(Factor factor, Origin where, Map<String, NamedValue> values) implements DraftFactor {

        public OfValues {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** One of them. */
        record NamedValue(String label, Optional<ConfigNode> change) {}

        @Override
        public Optional<DraftCell> cell(String path, ConfigNode entry, Problems problems) {
            Optional<NamedValue> value = Optional.ofNullable(values.get(entry.text()));
            if (value.isEmpty()) {
                problems.add(
                        entry.origin(),
                        path + " is " + FlowText.of(entry) + ", which is none of its values",
                        new NearestNames(values.keySet()).remedy(entry.text(), "they are"));
            }
            return value.map(
                    named -> new DraftCell(new FactorValue.Named(entry.text(), named.label()), named.change()));
        }

        @Override
        public String expectation() {
            return "one of " + String.join(", ", values.keySet());
        }
    }

    /** What the rows' own changes do: a tick or text that only tells, and the settings that it tells of. */
    record Telling(Factor factor, Origin where, List<String> covers) implements DraftFactor {

        public Telling {
            covers = List.copyOf(covers);
        }

        @Override
        public Optional<DraftCell> cell(String path, ConfigNode entry, Problems problems) {
            return DraftFactor.told(entry);
        }

        @Override
        public String expectation() {
            return "yes, no or text";
        }
    }

    /** What a cited row gives: any text, for nothing is run for it. */
    default DraftCell cited(ConfigNode entry) {
        Problems none = new Problems();
        return cell("", entry, none)
                .filter(cell -> none.isEmpty())
                .map(cell -> new DraftCell(cell.value(), Optional.empty()))
                .orElseGet(() -> told(entry).orElseThrow());
    }
}
