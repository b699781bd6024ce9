package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.Origin;
import io.ssdlab.core.plugin.Variant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table as its file gives it: checked for itself, its rows not resolved yet. */
record TableDraft(Table table, List<DraftFactor> factors, List<DraftRow> rows) {

    /** A factor with its variant and the place of its key. */
    record DraftFactor(Factor factor, Variant variant, Origin where) {

        boolean appliesTo(DraftRow row) {
            return row.ticks().getOrDefault(factor.key(), !factor.appliedWhenTicked()) == factor.appliedWhenTicked();
        }
    }

    /** A row with its ticks in column order and the change that it makes beyond them. */
    record DraftRow(
            Origin where,
            Map<String, Boolean> ticks,
            String label,
            Map<String, Double> published,
            boolean reference,
            Optional<ConfigNode> change) {}
}
