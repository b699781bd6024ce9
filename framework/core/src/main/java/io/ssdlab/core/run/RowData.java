package io.ssdlab.core.run;

import com.google.inject.Injector;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.DatasetSettings;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.DataCache;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The data sets of rows, each read once however many rows are trained on it. */
final class RowData {

    /** What tells the data of one row from another's. */
    private record Source(DatasetSettings dataset, Optional<Path> initialWeights) {

        static Source of(Experiment experiment) {
            return new Source(experiment.dataset(), experiment.training().initialWeights());
        }
    }

    private final Map<Source, RunData> data;

    private RowData(Map<Source, RunData> data) {
        this.data = data;
    }

    /**
     * Reads what the rows need.
     *
     * @param plugins {@link io.ssdlab.core.plugin.ComponentRegistry#injector}
     * @param cache where readers keep what they draw or convert
     * @throws InvalidInputException with the problems of all data sets
     */
    static RowData read(Injector plugins, DataCache cache, Collection<Row> rows) {
        Problems problems = new Problems();
        Map<Source, RunData> data = new LinkedHashMap<>();
        Set<Source> tried = new HashSet<>();
        for (Row row : rows) {
            Source source = Source.of(row.experiment());
            if (tried.add(source)) {
                try {
                    Components components = Components.of(plugins, row.experiment(), cache);
                    data.put(source, RunData.read(components, source.initialWeights()));
                } catch (InvalidInputException e) {
                    problems.addAll(e.problems());
                }
            }
        }
        problems.throwIfAny();
        return new RowData(data);
    }

    /** The data of one of the rows. */
    RunData of(Row row) {
        return data.get(Source.of(row.experiment()));
    }

    /** What was mended on the way, data set after data set. */
    List<String> warnings() {
        return data.values().stream()
                .flatMap(run -> Stream.of(run.train(), run.test()))
                .flatMap(split -> split.warnings().stream())
                .distinct()
                .toList();
    }
}
