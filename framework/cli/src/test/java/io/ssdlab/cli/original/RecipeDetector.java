package io.ssdlab.cli.original;

import ai.djl.ndarray.NDManager;
import com.google.inject.Injector;
import io.ssdlab.core.config.SettingOverride;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.ExperimentFile;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import io.ssdlab.core.run.ExperimentRunner;
import io.ssdlab.spi.data.DataCache;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The detector that a recipe of {@code experiments/paper} describes. */
record RecipeDetector(Experiment experiment, Components components, DetectorLayout layout) {

    static RecipeDetector of(String recipe, String... sets) {
        Path folder = Path.of("").toAbsolutePath();
        Injector plugins = ComponentRegistry.injector(InstalledPlugin.discover(RecipeDetector.class.getClassLoader()));
        Experiment experiment = ExperimentFile.load(
                        folder.resolve("../../experiments/paper/" + recipe + ".yaml"),
                        Stream.of(sets).map(SettingOverride::parse).toList(),
                        plugins.getInstance(ComponentRegistry.class),
                        folder,
                        Map.of())
                .base();
        Components components = Components.of(plugins, experiment, new DataCache(folder.resolve("target/data")));
        return new RecipeDetector(experiment, components, ExperimentRunner.layout(experiment, components));
    }

    /** The network of 20 classes, every tensor from the reference's formula. */
    DetectorNetwork network(NDManager manager, GoldenNetwork golden) {
        DetectorNetwork network = DetectorNetwork.create(
                components.backbone(), layout, GoldenNetwork.CLASSES, manager, new SplittableRandom(0));
        network.tensors()
                .forEach((name, rows) ->
                        rows.write(network.parameters().get(rows.parameter()).getArray(), golden.tensor(name)));
        return network;
    }
}
