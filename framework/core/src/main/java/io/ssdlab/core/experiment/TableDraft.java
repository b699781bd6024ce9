package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table as its file gives it: checked for itself, its rows not resolved yet. */
record TableDraft(TableReader.Head head, List<DraftFactor> factors, List<DraftRow> rows) {

    TableDraft {
        factors = List.copyOf(factors);
        rows = List.copyOf(rows);
    }

    /** What a row gives for a factor, and the change of settings that this is; empty if it changes nothing. */
    record DraftCell(FactorValue value, Optional<ConfigNode> change) {}

    /**
     * A row with its cells in column order and the change that it makes beyond them.
     *
     * @param sound whether nothing was wrong with it; else what was is left out
     */
    record DraftRow(
            Origin where,
            boolean sound,
            Map<String, DraftCell> cells,
            String label,
            Map<String, PublishedNumber> published,
            boolean reference,
            boolean cited,
            Optional<ConfigNode> change) {

        DraftRow {
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
            published = Collections.unmodifiableMap(new LinkedHashMap<>(published));
        }

        Map<String, FactorValue> values() {
            Map<String, FactorValue> values = new LinkedHashMap<>();
            cells.forEach((factor, cell) -> values.put(factor, cell.value()));
            return values;
        }
    }
}
