package io.ssdlab.core.engine;

import ai.djl.engine.Engine;
import io.ssdlab.spi.InvalidInputException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Loads one engine into the process, its jars in a class loader of their own, so that the other engine's are never seen:
 * with both on the class path oneDNN falls to one thread.
 *
 * <p>Make one a process. {@link #load} must run before anything else touches DJL's {@link Engine}, on the thread that
 * starts all others: DJL finds engine and native library through the thread's context class loader, which new threads
 * inherit (those of {@link java.util.concurrent.ForkJoinPool#commonPool} do not).
 */
public final class EngineClassPath {

    private final Path enginesFolder;
    private final Map<String, String> environment;
    private Optional<EngineName> loaded = Optional.empty();

    /**
     * Loads nothing yet.
     *
     * @param enginesFolder holds a folder of jars for each engine, {@code mxnet} and {@code pytorch}; not read if the
     *     engine is already on the class path
     * @param environment the process environment
     */
    public EngineClassPath(Path enginesFolder, Map<String, String> environment) {
        this.enginesFolder = enginesFolder;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Loads the engine with its native library, and makes it DJL's default; at once if it is loaded already.
     *
     * @throws InvalidInputException if the process has the other engine, or if {@code MXNET_LIBRARY_PATH} or {@code
     *     PYTORCH_LIBRARY_PATH} names no such library, or a PyTorch that there is no JNI library for
     * @throws IllegalStateException if the installation lacks the engine's jars
     * @throws ai.djl.engine.EngineException if the native library does not load
     */
    public synchronized Engine load(EngineName wanted) {
        loaded.or(() -> wanted.others().stream()
                        .filter(EngineClassPath::isVisible)
                        .findFirst())
                .filter(present -> present != wanted)
                .ifPresent(present -> {
                    throw new InvalidInputException(
                            "engine",
                            "%s was asked for, but this process runs %s already".formatted(wanted, present),
                            "a process has one engine: run what needs the other one by itself");
                });
        if (loaded.isEmpty()) {
            checkUserLibrary(wanted);
            if (!isVisible(wanted)) {
                Thread.currentThread().setContextClassLoader(classLoader(wanted));
            }
            System.setProperty("ai.djl.default_engine", wanted.djlName());
            loaded = Optional.of(wanted);
        }
        return Engine.getEngine(wanted.djlName());
    }

    /** The jars to load for an engine: without the bundled native library where the user's own stands in for it. */
    List<Path> jars(EngineName engine) {
        Path folder = enginesFolder.resolve(engine.folder());
        String bundled = engine.folder() + "-native-";
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .filter(file -> userLibrary(engine).isEmpty()
                            || !file.getFileName().toString().startsWith(bundled))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the jars of %s are not in %s; build the distribution anew".formatted(engine, folder), e);
        }
    }

    private URLClassLoader classLoader(EngineName engine) {
        URL[] urls = jars(engine).stream().map(EngineClassPath::url).toArray(URL[]::new);
        return new URLClassLoader("engine-" + engine.folder(), urls, contextClassLoader());
    }

    private Optional<String> userLibrary(EngineName engine) {
        return Optional.ofNullable(environment.get(engine.libraryPathVariable()))
                .filter(path -> !path.isBlank());
    }

    // DJL would fall back to a download without a word, and fail offline with a message about the network.
    private void checkUserLibrary(EngineName engine) {
        userLibrary(engine).ifPresent(libraryPath -> {
            Path library = Arrays.stream(libraryPath.split(File.pathSeparator))
                    .filter(part -> !part.isBlank())
                    .map(part -> enginesFolder.getFileSystem().getPath(part))
                    .map(path -> path.endsWith(engine.libraryFile()) ? path : path.resolve(engine.libraryFile()))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(
                            engine.libraryPathVariable(),
                            "no %s in %s".formatted(engine.libraryFile(), libraryPath),
                            "name the folder of the library, or unset the variable to run the bundled CPU library"));
            if (engine == EngineName.PYTORCH) {
                describe(library);
            }
        });
    }

    private void describe(Path library) {
        Map<String, String> settings = new UserPyTorch(library, this::bringsJni).settings(environment);
        settings.forEach((variable, value) -> {
            if (!environment.containsKey(variable)) {
                System.setProperty(variable, value);
            }
        });
    }

    private boolean bringsJni(String version) {
        return isVisible(EngineName.PYTORCH)
                || jars(EngineName.PYTORCH).stream()
                        .anyMatch(jar -> jar.getFileName().toString().startsWith("pytorch-jni-" + version + "-"));
    }

    private static boolean isVisible(EngineName engine) {
        try {
            Class.forName(engine.providerClass(), false, contextClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static ClassLoader contextClassLoader() {
        return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(ClassLoader::getSystemClassLoader);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
