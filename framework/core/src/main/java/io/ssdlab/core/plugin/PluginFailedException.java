package io.ssdlab.core.plugin;

/** The code of a plugin from outside threw something that says nothing of where it came from. */
public final class PluginFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PluginFailedException(String component, InstalledPlugin plugin, Throwable cause) {
        super("%s of plugin %s failed: %s".formatted(component, plugin, cause), cause);
    }
}
