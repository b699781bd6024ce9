package io.ssdlab.cli.command;

import com.google.inject.Injector;
import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.config.SettingOverride;
import io.ssdlab.core.engine.DeviceChoice;
import io.ssdlab.core.engine.EngineChoice;
import io.ssdlab.core.engine.EngineClassPath;
import io.ssdlab.core.engine.GpuDriver;
import io.ssdlab.core.experiment.ExperimentFiles;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import io.ssdlab.core.run.EngineSession;
import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What commands work with: the plugins of the installation, and the world as the command line names it. */
final class Laboratory {

    private final CliEnvironment environment;
    private final Injector plugins;

    /** @throws InvalidInputException if a plugin is broken, or two contradict each other */
    Laboratory(CliEnvironment environment) {
        this.environment = environment;
        this.plugins = ComponentRegistry.injector(InstalledPlugin.discover(Laboratory.class.getClassLoader()));
    }

    Injector plugins() {
        return plugins;
    }

    ComponentRegistry registry() {
        return plugins.getInstance(ComponentRegistry.class);
    }

    /** The plans by the file's path as given on the command line; problems name files so too. */
    Map<Path, ExperimentPlan> load(List<String> files, List<String> sets) {
        return new ExperimentFiles(registry(), environment.workingDirectory(), environment.variables())
                .load(files.stream().map(environment::resolve).toList(), overrides(sets));
    }

    /** One plan. */
    ExperimentPlan load(String file, List<String> sets) {
        return load(List.of(file), sets).values().iterator().next();
    }

    /** Prints what is to be known about plans whose files are sound. */
    void tellNotes(Collection<ExperimentPlan> plans) {
        plans.forEach(plan -> plan.notes().forEach(note -> environment.err().println("note: " + note)));
    }

    /** Parses {@code KEY=VALUE}s. */
    static List<SettingOverride> overrides(List<String> sets) {
        Problems problems = new Problems();
        List<SettingOverride> overrides = new ArrayList<>();
        for (String set : sets) {
            try {
                overrides.add(SettingOverride.parse(set));
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        }
        problems.throwIfAny();
        return overrides;
    }

    /** @param option the value of {@code --results} */
    ResultsFolder results(Optional<String> option) {
        return results(environment, option);
    }

    /** The same without any plugin. */
    static ResultsFolder results(CliEnvironment environment, Optional<String> option) {
        return new ResultsFolder(option.map(environment::resolve)
                .orElseGet(() -> environment.home().resolve("results")));
    }

    EngineSession session(EngineChoice engine, DeviceChoice device) {
        return EngineSession.open(
                engine,
                device,
                new EngineClassPath(environment.engines(), environment.variables()),
                new GpuDriver(environment.workingDirectory().getRoot()),
                environment.variables());
    }
}
