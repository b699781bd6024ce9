package io.ssdlab.core.engine;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The native libraries of engines, CUDA and OpenMP that a process has mapped.
 *
 * @param files their paths, sorted; empty where the platform does not tell
 */
public record LoadedLibraries(List<String> files) {

    private static final Pattern LIBRARY = Pattern.compile(
            "[^/]*(/.*/[^/]*lib(mxnet|torch|djl_torch|c10|cudart|cudnn|nccl|gomp|iomp|omp|openblas|mkl)[^/]*\\.so[^/]*)");
    private static final Pattern OPEN_MP = Pattern.compile(".*/lib(gomp|iomp|omp)[^/]*");

    public LoadedLibraries {
        files = List.copyOf(files);
    }

    /** Those of this process. */
    public static LoadedLibraries ofThisProcess() {
        return of(Path.of("/proc/self/maps"));
    }

    /** Those listed in a file of the format of Linux's {@code /proc/PID/maps}; none if there is no such file. */
    static LoadedLibraries of(Path maps) {
        try (Stream<String> lines = Files.lines(maps)) {
            return new LoadedLibraries(lines.map(LIBRARY::matcher)
                    .filter(Matcher::matches)
                    .map(match -> match.group(1))
                    .distinct()
                    .sorted()
                    .toList());
        } catch (IOException e) {
            // Only Linux has the file, and the report says what it does not know.
            return new LoadedLibraries(List.of());
        }
    }

    /** The threads that OpenMP gives a parallel region started on this thread; the greatest if there are two runtimes. */
    public OptionalInt openMpThreads() {
        return files.stream()
                .filter(file -> OPEN_MP.matcher(file).matches())
                .mapToInt(file -> NativeLibrary.getInstance(file)
                        .getFunction("omp_get_max_threads")
                        .invokeInt(new Object[0]))
                .max();
    }
}
