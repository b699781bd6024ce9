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
import io.ssdlab.core.plugin.BrokenPlugin;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import io.ssdlab.core.plugin.outside.OutsidePlugins;
import io.ssdlab.core.plugin.outside.PluginPlaces;
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
    private final List<String> pluginPath;
    private final Injector plugins;

    /**
     * Loads all plugins; those from outside that are broken are told and left out.
     *
     * @param pluginPath what the command line says of plugins
     * @param places where that leads to
     * @throws InvalidInputException if one of our own is broken, or a place holds no plugin
     */
    Laboratory(CliEnvironment environment, List<String> pluginPath, PluginPlaces places) {
        this.environment = environment;
        this.pluginPath = List.copyOf(pluginPath);
        ClassLoader host = Laboratory.class.getClassLoader();
        OutsidePlugins outside = OutsidePlugins.load(places.folders(), host);
        List<InstalledPlugin> found = new ArrayList<>(InstalledPlugin.discover(host));
        found.addAll(outside.plugins());
        this.plugins = ComponentRegistry.injector(found, outside.broken());
        registry().broken().forEach(this::tell);
    }

    private void tell(BrokenPlugin plugin) {
        environment.err().println("ssdlab: left out: plugin %s: %s".formatted(plugin.where(), plugin.why()));
        environment.err().println("    " + plugin.remedy());
    }

    /** The values of {@link Laboratories#PLUGIN_PATH}. */
    List<String> pluginPath() {
        return pluginPath;
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
