package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.DefaultsTree;
import io.ssdlab.core.config.InheritanceLoader;
import io.ssdlab.core.config.Interpolation;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.config.RecordBinder;
import io.ssdlab.core.config.ValueBinder;
import io.ssdlab.core.plugin.ComponentRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an {@link Experiment} of a combined tree, with the components, folder and environment of one load. */
final class ExperimentResolver {

    /** The key of the ablation table beside the experiment's own. */
    static final String TABLE = "table";

    private final List<ValueBinder> valueBinders;
    private final Path workingDirectory;
    private final Map<String, String> environment;
    private final ConfigNode defaults = new DefaultsTree().of(Experiment.class);

    ExperimentResolver(ComponentRegistry registry, Path workingDirectory, Map<String, String> environment) {
        this.valueBinders = List.of(new ComponentBinder(registry), new NameBinder(registry));
        this.workingDirectory = workingDirectory;
        this.environment = Map.copyOf(environment);
    }

    /** An experiment with the origin of its values. */
    record Resolved(Experiment experiment, Explanation explanation) {}

    /** The experiment that a tree describes; empty, and problems, if it is wrong. */
    Optional<Resolved> resolve(ConfigNode tree, Problems problems) {
        RecordBinder binder = binder(tree, problems);
        return binder.bind("", tree, Experiment.class, TABLE, InheritanceLoader.EXTENDS)
                .map(experiment -> new Resolved(experiment, new Explanation(binder.resolvedValues())));
    }

    /** A binder for what belongs to a tree, resolving variables in it. */
    RecordBinder binder(ConfigNode tree, Problems problems) {
        return new RecordBinder(
                workingDirectory, new Interpolation(List.of(tree, defaults), environment), valueBinders, problems);
    }
}
