/**
 * Finds plugins, collects their components and builds them.
 *
 * <p>{@link io.ssdlab.core.plugin.InstalledPlugin} discovers by {@link java.util.ServiceLoader}, {@link
 * io.ssdlab.core.plugin.PluginBinder} takes what each contributes, {@link io.ssdlab.core.plugin.PluginModule} binds it with
 * Guice, {@link io.ssdlab.core.plugin.ComponentRegistry} answers what there is under a name, {@link
 * io.ssdlab.core.plugin.ComponentFactory} builds what an experiment chose.
 */
package io.ssdlab.core.plugin;
