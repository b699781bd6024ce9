package io.ssdlab.core.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which PyTorch a native library was built as. The C++ archive says it in the file {@code build-version} above the folder of
 * libraries, the Python package in {@code version.py}, both like {@code 2.7.1+cu128}.
 *
 * @param version like {@code 2.7.1}
 * @param flavour the CUDA version like {@code cu128}, or {@code cpu}; empty where the build does not say
 */
record LibTorchBuild(String version, Optional<String> flavour) {

    private static final Pattern VERSION =
            Pattern.compile("([0-9]+\\.[0-9]+\\.[0-9]+)[^+]*(?:\\+(?:(cpu|cu[0-9]+)|.*))?");
    private static final Pattern PYTHON = Pattern.compile("(?m)^__version__ = '([^'\n]*)'");

    /**
     * Reads it.
     *
     * @param library {@code libtorch.so}
     * @return empty where neither file says a version
     */
    static Optional<LibTorchBuild> of(Path library) {
        Path libraries = library.toAbsolutePath().getParent();
        return text(libraries.resolveSibling("build-version"))
                .or(() -> text(libraries.resolveSibling("version.py"))
                        .map(PYTHON::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1)))
                .map(text -> VERSION.matcher(text.strip()))
                .filter(Matcher::matches)
                .map(found -> new LibTorchBuild(found.group(1), Optional.ofNullable(found.group(2))));
    }

    private static Optional<String> text(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }
}
