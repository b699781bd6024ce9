package io.ssdlab.core.plugin.outside;

import io.ssdlab.core.plugin.BrokenPlugin;
import io.ssdlab.core.plugin.InstalledPlugin;
import io.ssdlab.core.plugin.PluginContext;
import io.ssdlab.spi.Plugin;
import io.ssdlab.spi.Spi;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Plugins from outside, as far as they could be loaded.
 *
 * @param plugins those that were
 * @param broken those that were not
 */
public record OutsidePlugins(List<InstalledPlugin> plugins, List<BrokenPlugin> broken) {

    private static final String SERVICE = "META-INF/services/" + Plugin.class.getName();
    private static final String MEND = "mend or remove it";

    public OutsidePlugins {
        plugins = List.copyOf(plugins);
        broken = List.copyOf(broken);
    }

    /** Why a folder's plugin cannot be loaded. */
    private static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;
        private final String remedy;

        RefusedException(String why, String remedy) {
            super(why);
            this.remedy = remedy;
        }
    }

    /**
     * Loads each folder's plugins by a class loader of its own. The jars stay open as long as the process lives.
     *
     * @param host has the classes of the SPI
     */
    public static OutsidePlugins load(List<PluginFolder> folders, ClassLoader host) {
        List<InstalledPlugin> plugins = new ArrayList<>();
        List<BrokenPlugin> broken = new ArrayList<>();
        for (PluginFolder folder : folders) {
            try {
                requireOurSpi(folder);
                plugins.addAll(providers(folder, host));
            } catch (RefusedException refused) {
                broken.add(new BrokenPlugin(folder.place().toString(), refused.getMessage(), refused.remedy));
            } catch (IOException e) {
                broken.add(
                        new BrokenPlugin(folder.place().toString(), "cannot be read (" + e.getMessage() + ")", MEND));
            }
        }
        return new OutsidePlugins(plugins, broken);
    }

    private static void requireOurSpi(PluginFolder folder) throws IOException, RefusedException {
        boolean found = false;
        for (Path jar : folder.jars()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                if (file.getEntry(SERVICE) != null) {
                    requireOurSpi(jar, Optional.ofNullable(file.getManifest()));
                    found = true;
                }
            }
        }
        if (!found) {
            throw new RefusedException(
                    "there is no plugin in it: no jar has " + SERVICE,
                    "name the class that implements %s there, or remove the jars".formatted(Plugin.class.getName()));
        }
    }

    private static void requireOurSpi(Path jar, Optional<Manifest> manifest) throws RefusedException {
        String stated = manifest.map(found -> found.getMainAttributes().getValue(Spi.MANIFEST_ATTRIBUTE))
                .orElse("");
        SpiVersion ours = SpiVersion.ours();
        Optional<SpiVersion> version = SpiVersion.parse(stated);
        if (version.isEmpty()) {
            throw new RefusedException(
                    stated.isEmpty()
                            ? "%s does not say which SPI it was built for".formatted(jar.getFileName())
                            : "%s says that it was built for the SPI '%s', which is no version"
                                    .formatted(jar.getFileName(), stated),
                    "add '%s: %s' to its manifest".formatted(Spi.MANIFEST_ATTRIBUTE, ours));
        }
        if (!ours.runs(version.get())) {
            throw new RefusedException(
                    "%s was built for the SPI %s, and this is %s".formatted(jar.getFileName(), version.get(), ours),
                    version.get().major() < ours.major()
                            ? "take a newer version of the plugin"
                            : "take a newer ssdlab, or an older version of the plugin");
        }
    }

    private static List<InstalledPlugin> providers(PluginFolder folder, ClassLoader host)
            throws IOException, RefusedException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : folder.jars()) {
            urls.add(url(jar));
        }
        String contents = JarContents.hash(folder.jars());
        PluginClassLoader loader =
                new PluginClassLoader(folder.place().getFileName().toString(), urls, host);
        try {
            return PluginContext.in(loader, () -> {
                List<InstalledPlugin> plugins = new ArrayList<>();
                ServiceLoader.load(Plugin.class, loader)
                        .forEach(plugin -> plugins.add(InstalledPlugin.outside(plugin, folder.place(), contents)));
                return plugins;
            });
        } catch (ServiceConfigurationError e) {
            throw new RefusedException(reason(e), MEND);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(e.getMessage(), MEND);
        } catch (LinkageError | RuntimeException e) {
            throw new RefusedException("cannot be loaded: " + e, MEND);
        }
    }

    /** What a service loader complains of, with what is behind it. */
    private static String reason(ServiceConfigurationError error) {
        String what = String.valueOf(error.getMessage()).replaceFirst("^" + Plugin.class.getName() + ": ", "");
        return error.getCause() == null ? what : what + ": " + error.getCause();
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a file without a URL: " + jar, e);
        }
    }
}
