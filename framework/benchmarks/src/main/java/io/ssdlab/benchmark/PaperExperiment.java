package io.ssdlab.benchmark;

import com.google.inject.Injector;
import io.ssdlab.core.config.SettingOverride;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.ExperimentFiles;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import io.ssdlab.spi.data.DataCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * SSD300 on VOC as an experiment file of this repository has it, with what it is made of.
 *
 * @param experiment its settings
 * @param components built; no data set is read
 */
public record PaperExperiment(Experiment experiment, Components components) {

    private static final String FILE = "experiments/paper/ssd300-voc0712-expansion.yaml";

    /**
     * Loads it.
     *
     * @param repository its top folder
     * @param sets {@code KEY=VALUE}, as on the command line
     */
    public static PaperExperiment load(Path repository, String... sets) {
        Injector plugins = ComponentRegistry.injector(InstalledPlugin.discover(PaperExperiment.class.getClassLoader()));
        List<SettingOverride> overrides = new ArrayList<>();
        overrides.add(SettingOverride.parse("data=none"));
        Arrays.stream(sets).map(SettingOverride::parse).forEach(overrides::add);
        Path file = repository.toAbsolutePath().normalize().resolve(FILE);
        Experiment experiment = new ExperimentFiles(
                        plugins.getInstance(ComponentRegistry.class), repository.toAbsolutePath(), Map.of())
                .load(List.of(file), overrides)
                .get(file)
                .rows()
                .get(0)
                .experiment();
        Path cache = repository.resolve("framework/benchmarks/target/data");
        return new PaperExperiment(experiment, Components.of(plugins, experiment, new DataCache(cache)));
    }
}
