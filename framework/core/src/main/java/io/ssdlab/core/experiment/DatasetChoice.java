package io.ssdlab.core.experiment;

import io.ssdlab.core.plugin.ComponentChoice;
import java.util.List;

/**
 * What a split is read from: one data set, or several that are read as one (see {@link
 * io.ssdlab.core.data.JoinedDatasetReader}). One alone and a list of that one are equal.
 *
 * @param parts in the order in which they are joined, never empty
 */
public record DatasetChoice(List<ComponentChoice> parts) {

    public DatasetChoice {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no data set");
        }
    }
}
