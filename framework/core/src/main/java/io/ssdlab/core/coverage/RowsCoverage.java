package io.ssdlab.core.coverage;

import io.ssdlab.spi.model.InputSize;
import java.util.List;

/**
 * The coverage of those rows of a table that share prior boxes, matcher and training split.
 *
 * @param rows their names, at least one
 * @param matcher its name
 * @param input to which images are warped
 */
public record RowsCoverage(List<String> rows, String matcher, InputSize input, PriorCoverage coverage) {

    public RowsCoverage {
        rows = List.copyOf(rows);
    }

    /** All names in one text. */
    String label() {
        return String.join(", ", rows);
    }
}
