package io.ssdlab.core.run;

import com.google.inject.Injector;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.coverage.CoverageSurvey;
import io.ssdlab.core.coverage.PriorCoverage;
import io.ssdlab.core.coverage.RowsCoverage;
import io.ssdlab.core.coverage.TrainingObjects;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.DatasetChoice;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.DataCache;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Holds the prior boxes and matchers of rows against the training splits that they name, without an engine. */
public final class PlanCoverage {

    private final Injector plugins;
    private final DataCache cache;

    /**
     * @param plugins {@link io.ssdlab.core.plugin.ComponentRegistry#injector}
     * @param cache where readers keep what they draw or convert
     */
    public PlanCoverage(Injector plugins, DataCache cache) {
        this.plugins = plugins;
        this.cache = cache;
    }

    /** What a row's matcher is given. */
    private record Source(DatasetChoice train, boolean useDifficult) {

        static Source of(Experiment experiment) {
            return new Source(
                    experiment.dataset().train(), experiment.training().useDifficult());
        }
    }

    /** All that coverage depends on. */
    private record Survey(List<PriorLayer> layers, FloatBuffer corners, ComponentChoice matcher, Source source) {

        static Survey of(Row row, PriorBoxes priors) {
            return new Survey(
                    priors.layers(),
                    FloatBuffer.wrap(priors.corners()),
                    row.experiment().training().matcher(),
                    Source.of(row.experiment()));
        }
    }

    /**
     * The coverage of rows, in order; rows that share prior boxes, matcher and training split stand together. Each split is
     * read once.
     *
     * @param layouts of the rows, see {@link PlanCheck#layouts}
     * @param warnings is told what was mended while reading
     * @throws InvalidInputException with the problems of all splits; also if one has no object to train on
     */
    public List<RowsCoverage> of(Map<Row, DetectorLayout> layouts, Consumer<String> warnings) {
        Map<Source, TrainingObjects> splits = splits(layouts.keySet(), warnings);
        Map<Survey, List<Row>> surveys = new LinkedHashMap<>();
        layouts.forEach(
                (row, layout) -> surveys.computeIfAbsent(Survey.of(row, layout.priors()), survey -> new ArrayList<>())
                        .add(row));
        List<RowsCoverage> coverages = new ArrayList<>();
        surveys.forEach((survey, rows) -> {
            DetectorLayout layout = layouts.get(rows.get(0));
            Components components = Components.of(plugins, rows.get(0).experiment(), cache);
            PriorCoverage coverage = new CoverageSurvey(layout.priors(), components.matcher(), layout.input())
                    .of(splits.get(survey.source()));
            coverages.add(new RowsCoverage(
                    rows.stream().map(Row::name).toList(), survey.matcher().name(), layout.input(), coverage));
        });
        return coverages;
    }

    private Map<Source, TrainingObjects> splits(Set<Row> rows, Consumer<String> warnings) {
        Problems problems = new Problems();
        Map<DatasetChoice, Dataset> read = new LinkedHashMap<>();
        Set<DatasetChoice> tried = new LinkedHashSet<>();
        for (Row row : rows) {
            if (tried.add(row.experiment().dataset().train())) {
                try {
                    Dataset split = Components.of(plugins, row.experiment(), cache)
                            .trainDataset()
                            .read();
                    read.put(row.experiment().dataset().train(), split);
                    split.warnings().forEach(warnings);
                } catch (InvalidInputException e) {
                    problems.addAll(e.problems());
                }
            }
        }
        problems.throwIfAny();
        Map<Source, TrainingObjects> splits = new LinkedHashMap<>();
        for (Row row : rows) {
            Source source = Source.of(row.experiment());
            splits.computeIfAbsent(source, key -> TrainingObjects.of(read.get(key.train()), key.useDifficult()));
            if (splits.get(source).count() == 0) {
                problems.add(
                        "dataset.train",
                        "has no object to match",
                        "check its split and classes, and training.use-difficult");
            }
        }
        problems.throwIfAny();
        return splits;
    }
}
