package io.ssdlab.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.core.plugin.toy.ToyPlugin;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledPluginTest {

    private static URLClassLoader services(Path folder, String entries) throws IOException {
        Path file = folder.resolve("META-INF/services/io.ssdlab.spi.Plugin");
        Files.createDirectories(file.getParent());
        Files.writeString(file, entries);
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, ToyPlugin.class.getClassLoader());
    }

    @Test
    void findsPluginsThroughServiceFiles(@TempDir Path folder) throws IOException {
        try (URLClassLoader loader = services(folder, ToyPlugin.class.getName())) {
            InstalledPlugin plugin = InstalledPlugin.discover(loader).stream()
                    .filter(found -> found.name().equals("toy"))
                    .findFirst()
                    .orElseThrow();
            assertThat(plugin.version()).isEqualTo("unversioned");
            assertThat(plugin.location()).startsWith("file:").contains("test-classes");
        }
    }

    @Test
    void namesEveryPluginThatCannotBeLoaded(@TempDir Path folder) throws IOException {
        try (URLClassLoader loader = services(folder, "no.such.Plugin\n" + InstalledPluginTest.class.getName())) {
            assertThatThrownBy(() -> InstalledPlugin.discover(loader))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("no.such.Plugin")
                    .hasMessageContaining("InstalledPluginTest not a subtype");
        }
    }
}
