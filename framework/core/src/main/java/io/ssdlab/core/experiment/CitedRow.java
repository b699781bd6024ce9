package io.ssdlab.core.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A row with published numbers alone, such as those of a rival: nothing is run for it. */
public record CitedRow(String label, Map<String, FactorValue> values, Map<String, PublishedNumber> published)
        implements TableRow {

    public CitedRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        published = Collections.unmodifiableMap(new LinkedHashMap<>(published));
    }
}
