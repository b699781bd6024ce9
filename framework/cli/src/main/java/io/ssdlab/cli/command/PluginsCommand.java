package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.plugin.PluginCatalogue;
import io.ssdlab.core.plugin.PluginCatalogue.ComponentEntry;
import io.ssdlab.core.plugin.PluginCatalogue.PluginEntry;
import io.ssdlab.core.plugin.PluginCatalogue.RecipeEntry;
import io.ssdlab.core.plugin.PluginCatalogue.SettingEntry;
import io.ssdlab.core.plugin.PluginCatalogue.VariantEntry;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ssdlab plugins}: all components, variants and recipes, by plugin, with their settings. */
@Command(
        name = "plugins",
        description = "Lists the components, variants and recipes of all plugins, with their settings.")
public final class PluginsCommand implements Callable<Integer> {

    private final CliEnvironment environment;
    private final Laboratories laboratories;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** Not yet run. */
    public PluginsCommand(CliEnvironment environment, Laboratories laboratories) {
        this.environment = environment;
        this.laboratories = laboratories;
    }

    @Override
    public Integer call() {
        PluginCatalogue catalogue = PluginCatalogue.of(laboratories.open().registry());
        if (json) {
            environment.out().print(Json.of(catalogue.plugins()));
        } else {
            catalogue.plugins().forEach(plugin -> print(plugin, environment.out()));
        }
        return ExitCode.DONE;
    }

    private static void print(PluginEntry plugin, PrintStream out) {
        out.printf("%s %s  %s%n", plugin.name(), plugin.version(), plugin.location());
        if (!plugin.contents().isEmpty()) {
            out.printf("  contents: sha256 %s%n", plugin.contents());
        }
        plugin.components().forEach(component -> print(component, out));
        for (VariantEntry variant : plugin.variants()) {
            out.printf("  variant %s: %s%n", variant.name(), variant.description());
        }
        for (RecipeEntry recipe : plugin.recipes()) {
            out.printf("  recipe %s: %s (%s)%n", recipe.name(), recipe.title(), recipe.source());
        }
        out.println();
    }

    private static void print(ComponentEntry component, PrintStream out) {
        out.printf("  %s %s%n", component.kind(), component.name());
        for (SettingEntry setting : component.settings()) {
            String value = setting.defaultsTo().isEmpty() ? "" : " = " + setting.defaultsTo();
            out.printf("    %s%s%n", setting.key(), value);
            out.printf("        %s (%s)%n", setting.meaning(), setting.type());
        }
    }
}
