package io.ssdlab.core.plugin.outside;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;
import java.util.List;

/**
 * Loads one plugin's classes. It shares with the host only what both speak: the SPI, DJL, {@code jakarta.inject} and SLF4J.
 * Everything else comes from the plugin's own jars, so that neither the host's libraries nor another plugin's get in the
 * way of its own; the host's other classes cannot be seen at all. Thread-safe.
 */
final class PluginClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final List<String> SHARED = List.of("io.ssdlab.spi.", "ai.djl.", "jakarta.inject.", "org.slf4j.");

    private final ClassLoader host;

    /**
     * @param name for stack traces
     * @param host has the shared packages
     */
    PluginClassLoader(String name, List<URL> jars, ClassLoader host) {
        super(name, jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return SHARED.stream().anyMatch(name::startsWith) ? host.loadClass(name) : super.loadClass(name, resolve);
    }

    // The JDK's own resources are found through its classes; the host's services are not the plugin's.
    @Override
    public URL getResource(String name) {
        return findResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return findResources(name);
    }
}
