package io.ssdlab.cli.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.Plugin;
import io.ssdlab.spi.Spi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Builds a jar as a third party would: compiles its sources against the SPI and what it names, and packs them. */
final class PluginJar {

    private final Path workshop;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> resources = new LinkedHashMap<>();
    private final Manifest manifest = new Manifest();
    private final List<Path> libraries = new ArrayList<>();

    /** @param workshop where it is built */
    PluginJar(Path workshop) {
        this.workshop = workshop;
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        builtFor(Spi.VERSION);
    }

    /** Adds a class; its package is {@code outside} unless its name has one. */
    PluginJar source(String name, String text) {
        int dot = name.lastIndexOf('.');
        String inPackage = dot < 0 ? "outside" : name.substring(0, dot);
        sources.put(
                inPackage.replace('.', '/') + "/" + name.substring(dot + 1) + ".java",
                "package " + inPackage + ";\n" + text);
        return this;
    }

    PluginJar resource(String path, String text) {
        resources.put(path, text);
        return this;
    }

    /** Names the class that is found. */
    PluginJar provider(String type) {
        return resource("META-INF/services/" + Plugin.class.getName(), type + "\n");
    }

    PluginJar builtFor(String spi) {
        manifest.getMainAttributes().putValue(Spi.MANIFEST_ATTRIBUTE, spi);
        return this;
    }

    PluginJar builtForNothing() {
        manifest.getMainAttributes().remove(new Attributes.Name(Spi.MANIFEST_ATTRIBUTE));
        return this;
    }

    PluginJar version(String version) {
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        return this;
    }

    /** What it is compiled against besides; it is not packed. */
    PluginJar library(Path jar) {
        libraries.add(jar);
        return this;
    }

    /** A plugin of a name with one matcher of the same name, whose class is given. */
    PluginJar matcherPlugin(String name, String matcher) {
        return source("ThePlugin", """
                        public final class ThePlugin implements io.ssdlab.spi.Plugin {
                            public String name() { return "%s"; }
                            public void contribute(io.ssdlab.spi.Contributions found) {
                                found.matcher("%s", TheMatcher.class);
                            }
                        }
                        """.formatted(name, name))
                .source("TheMatcher", matcher)
                .provider("outside.ThePlugin");
    }

    /** A matcher that gives every prior to one object, the number that an expression says. */
    static String matcherOf(String expression) {
        return """
                public final class TheMatcher implements io.ssdlab.spi.training.Matcher {
                    @jakarta.inject.Inject
                    public TheMatcher() {}
                    public io.ssdlab.spi.training.Matching match(
                            io.ssdlab.spi.model.PriorBoxes priors,
                            java.util.List<io.ssdlab.spi.data.GroundTruth> objects) {
                        int[] all = new int[priors.size()];
                        java.util.Arrays.fill(all, %s);
                        return new io.ssdlab.spi.training.Matching(all);
                    }
                }
                """.formatted(expression);
    }

    /** Builds it; returns the jar. */
    Path at(Path jar) throws IOException {
        Path classes = Files.createTempDirectory(workshop, "classes");
        compile(classes);
        Files.createDirectories(jar.getParent());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            try (Stream<Path> files = Files.walk(classes)) {
                files.filter(Files::isRegularFile)
                        .sorted()
                        .forEach(file -> pack(out, classes.relativize(file).toString(), bytes(file)));
            }
            resources.forEach((path, text) -> pack(out, path, text.getBytes(StandardCharsets.UTF_8)));
        }
        return jar;
    }

    private void compile(Path classes) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        Path folder = Files.createTempDirectory(workshop, "sources");
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                classes.toString(),
                "-proc:none",
                "-cp",
                Stream.concat(
                                Stream.of(System.getProperty("java.class.path")),
                                libraries.stream().map(Path::toString))
                        .reduce((a, b) -> a + java.io.File.pathSeparator + b)
                        .orElseThrow()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        int code = Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .orElseThrow(() -> new IllegalStateException("a JDK is needed"))
                .run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).as("the plugin's sources compile").isZero();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pack(JarOutputStream out, String path, byte[] content) {
        try {
            out.putNextEntry(new JarEntry(path));
            out.write(content);
            out.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
