package io.ssdlab.core.run;

import com.google.inject.Injector;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.spi.InvalidInputException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds what is wrong with a plan before any data is read and any engine is loaded. */
public final class PlanCheck {

    private final Injector plugins;
    private final ResultsFolder results;

    /** @param plugins {@link io.ssdlab.core.plugin.ComponentRegistry#injector} */
    public PlanCheck(Injector plugins, ResultsFolder results) {
        this.plugins = plugins;
        this.results = results;
    }

    /**
     * Builds the components of every row and lays out its detector.
     *
     * @return the layouts, in the plan's order
     * @throws InvalidInputException with the problems of all rows and of the table
     */
    public Map<Row, DetectorLayout> layouts(ExperimentPlan plan) {
        Problems problems = new Problems();
        Map<Row, DetectorLayout> layouts = new LinkedHashMap<>();
        for (Row row : plan.rows()) {
            collect(problems, () -> layouts.put(row, layout(row)));
        }
        collect(problems, () -> PlanTable.check(plan));
        collect(problems, () -> results.experiment(plan.base().name()));
        problems.throwIfAny();
        return layouts;
    }

    /**
     * The same for several plans.
     *
     * @throws InvalidInputException with the problems of all plans
     */
    public Map<ExperimentPlan, Map<Row, DetectorLayout>> layouts(Collection<ExperimentPlan> plans) {
        Problems problems = new Problems();
        Map<ExperimentPlan, Map<Row, DetectorLayout>> layouts = new LinkedHashMap<>();
        for (ExperimentPlan plan : plans) {
            collect(problems, () -> layouts.put(plan, layouts(plan)));
        }
        problems.throwIfAny();
        return layouts;
    }

    private DetectorLayout layout(Row row) {
        Components components = Components.of(plugins, row.experiment(), results.data());
        components.trainDataset();
        components.testDataset();
        return ExperimentRunner.layout(row.experiment(), components);
    }

    private static void collect(Problems problems, Runnable check) {
        try {
            check.run();
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
        }
    }
}
