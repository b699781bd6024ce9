package io.ssdlab.core.run;

import com.google.inject.Injector;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.DatasetSettings;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.DataCache;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the data sets of plans, without an engine. */
public final class PlanData {

    private final Injector plugins;
    private final DataCache cache;

    /**
     * @param plugins {@link io.ssdlab.core.plugin.ComponentRegistry#injector}
     * @param cache where readers keep what they draw or convert
     */
    public PlanData(Injector plugins, DataCache cache) {
        this.plugins = plugins;
        this.cache = cache;
    }

    /**
     * Reads both splits of every data set, each data set of a plan once.
     *
     * @return for each plan the summaries of training and test split, data set after data set
     * @throws InvalidInputException with the problems of all plans
     */
    public Map<ExperimentPlan, List<DatasetSummary>> summaries(Collection<ExperimentPlan> plans) {
        Problems problems = new Problems();
        Map<ExperimentPlan, List<DatasetSummary>> summaries = new LinkedHashMap<>();
        for (ExperimentPlan plan : plans) {
            Set<DatasetSettings> read = new HashSet<>();
            List<DatasetSummary> found = new ArrayList<>();
            for (Row row : plan.rows()) {
                if (read.add(row.experiment().dataset())) {
                    try {
                        RunData data = RunData.read(Components.of(plugins, row.experiment(), cache), Optional.empty());
                        found.add(DatasetSummary.of("train", data.train()));
                        found.add(DatasetSummary.of("test", data.test()));
                    } catch (InvalidInputException e) {
                        problems.addAll(e.problems());
                    }
                }
            }
            summaries.put(plan, List.copyOf(found));
        }
        problems.throwIfAny();
        return summaries;
    }
}
