package io.ssdlab.core.experiment;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import com.google.inject.Injector;
import io.ssdlab.core.config.SettingOverride;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import io.ssdlab.core.plugin.toy.ToyPlugin;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder {@code /lab} in memory with {@code toy.yaml}, and the toy plugin installed. */
final class Laboratory implements AutoCloseable {

    private final FileSystem files = Jimfs.newFileSystem(
            Configuration.unix().toBuilder().setWorkingDirectory("/lab").build());
    private final Injector plugins = ComponentRegistry.injector(List.of(InstalledPlugin.of(new ToyPlugin())));
    private final Map<String, String> environment = new HashMap<>();

    Laboratory() {
        try (InputStream toy = Laboratory.class.getResourceAsStream("toy.yaml")) {
            write("toy.yaml", new String(toy.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Injector plugins() {
        return plugins;
    }

    Map<String, String> environment() {
        return environment;
    }

    Path path(String path) {
        return files.getPath(path);
    }

    Laboratory write(String name, String text) {
        try {
            Path file = path("/lab").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ExperimentPlan load(String name, String... sets) {
        return ExperimentFile.load(
                path(name),
                Stream.of(sets).map(SettingOverride::parse).toList(),
                plugins.getInstance(ComponentRegistry.class),
                path("/lab"),
                environment);
    }

    /** The plan of a file that extends the toy. */
    ExperimentPlan extended(String text, String... sets) {
        return write("own.yaml", "extends: toy.yaml\n" + text).load("own.yaml", sets);
    }

    /** The problems of a file that extends the toy, each {@code where: what}; its text starts on line 2. */
    List<String> problems(String text, String... sets) {
        try {
            extended(text, sets);
            return List.of();
        } catch (InvalidInputException e) {
            return e.problems().stream().map(Laboratory::line).toList();
        }
    }

    private static String line(Problem problem) {
        return problem.where() + ": " + problem.what();
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
