package io.ssdlab.core.run;

import com.google.inject.Injector;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.experiment.UnreadTrainingBoxes;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.NetworkDesign;
import io.ssdlab.core.train.GroupedParameters;
import io.ssdlab.core.train.ParameterGroup;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Finds what is wrong with a plan before any engine is loaded. Data is read only where prior boxes are fitted to the
 * training set.
 */
public final class PlanCheck {

    private final Injector plugins;
    private final ResultsFolder results;
    private final DetectorLayouts detectors = new DetectorLayouts();

    /** @param plugins {@link io.ssdlab.core.plugin.ComponentRegistry#injector} */
    public PlanCheck(Injector plugins, ResultsFolder results) {
        this.plugins = plugins;
        this.results = results;
    }

    /**
     * Builds the components of every row, lays out its detector and finds what its groups of parameters have.
     *
     * @return the layouts, in the plan's order
     * @throws InvalidInputException with the problems of all rows and of the table
     */
    public Map<Row, DetectorLayout> layouts(ExperimentPlan plan) {
        Problems problems = new Problems();
        Map<Row, DetectorLayout> layouts = new LinkedHashMap<>();
        List<Laid> rows = plan.rows().parallelStream().map(this::laid).toList();
        for (int i = 0; i < rows.size(); i++) {
            Row row = plan.rows().get(i);
            rows.get(i).layout().ifPresent(layout -> layouts.put(row, layout));
            problems.addAll(rows.get(i).problems());
        }
        collectOfTable(problems, plan);
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

    /**
     * Checks several plans without reading data: detectors whose prior boxes are fitted to the training set are not laid
     * out.
     *
     * @throws InvalidInputException with the problems of all plans
     */
    public void withoutData(Collection<ExperimentPlan> plans) {
        Problems problems = new Problems();
        for (ExperimentPlan plan : plans) {
            plan.rows().parallelStream().map(this::problemsWithoutData).toList().forEach(problems::addAll);
            collectOfTable(problems, plan);
        }
        problems.throwIfAny();
    }

    private List<Problem> problemsWithoutData(Row row) {
        UnreadTrainingBoxes boxes = new UnreadTrainingBoxes();
        try {
            layout(row, Components.of(plugins, row.experiment(), results.data(), boxes));
            return List.of();
        } catch (InvalidInputException e) {
            return boxes.asked() ? List.of() : e.problems();
        }
    }

    private void collectOfTable(Problems problems, ExperimentPlan plan) {
        collect(problems, () -> PlanTable.check(plan));
        collect(problems, () -> results.experiment(plan.base().name()));
    }

    /** A row's layout, or why it has none. */
    private record Laid(Optional<DetectorLayout> layout, List<Problem> problems) {}

    private Laid laid(Row row) {
        try {
            Components components = Components.of(plugins, row.experiment(), results.data());
            return new Laid(Optional.of(layout(row, components)), List.of());
        } catch (InvalidInputException e) {
            return new Laid(Optional.empty(), e.problems());
        }
    }

    private DetectorLayout layout(Row row, Components components) {
        components.trainDataset();
        components.testDataset();
        DetectorLayout layout = detectors.of(row.experiment(), components);
        List<ParameterGroup> groups = row.parameterGroups();
        if (!groups.isEmpty()) {
            // Names do not depend on how many classes there are, and no weight is drawn.
            GroupedParameters.of(groups, NetworkDesign.of(components.backbone(), layout, 1, new SplittableRandom(0)));
        }
        return layout;
    }

    private static void collect(Problems problems, Runnable check) {
        try {
            check.run();
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
        }
    }
}
