package io.ssdlab.core.engine;

import ai.djl.engine.Engine;
import ai.djl.util.Utils;
import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A native library of PyTorch that the user brings, and what DJL must be told about it.
 *
 * @param library {@code libtorch.so}
 * @param bundledJni whether there is a JNI library for a version of PyTorch in the installation
 */
record UserPyTorch(Path library, Predicate<String> bundledJni) {

    private static final String CPU = "cpu";

    /** The CUDA that DJL's JNI library is for. */
    private static final String BUNDLED_CUDA = "cu128";

    /**
     * What DJL calls {@code PYTORCH_FLAVOR} and {@code PYTORCH_VERSION}. Left to itself, it takes every library for the version
     * that it brings, and looks for the JNI library under flavours that nobody ships ({@code cpu-precxx11}).
     *
     * @param given names of the two that the user has set
     * @throws InvalidInputException if the library is of a version that there is no JNI library for
     */
    Map<String, String> settings(Map<String, String> given) {
        Optional<LibTorchBuild> build = LibTorchBuild.of(library);
        Optional<LibTorchBuild> foreign = build.filter(known -> !bundledJni.test(known.version()));
        boolean cuda = Files.exists(library.resolveSibling(System.mapLibraryName("torch_cuda")));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("PYTORCH_FLAVOR", foreign.flatMap(LibTorchBuild::flavour).orElse(cuda ? BUNDLED_CUDA : CPU));
        build.ifPresent(known -> settings.put("PYTORCH_VERSION", known.version()));
        given.forEach(settings::replace);
        if (foreign.isPresent()) {
            checkJni(settings.get("PYTORCH_VERSION"), settings.get("PYTORCH_FLAVOR"));
        }
        return settings;
    }

    // DJL would fall back to a download without a word, and fail offline with a message about the network.
    private void checkJni(String version, String flavour) {
        String name = System.mapLibraryName("djl_torch");
        // Engine.getDjlVersion() would have the class look for engines, which are not in its sight yet.
        String named = Engine.class.getPackage().getSpecificationVersion() + "-" + name;
        Path cached = Utils.getEngineCacheDir("pytorch")
                .resolve("%s-%s-linux-x86_64".formatted(version, flavour))
                .resolve(named);
        List<Path> places = List.of(library.resolveSibling(named), library.resolveSibling(name), cached);
        if (places.stream().noneMatch(Files::isRegularFile)) {
            throw new InvalidInputException(
                    EngineName.PYTORCH.libraryPathVariable(),
                    "%s is of PyTorch %s, which there is no JNI library for: no %s and no %s"
                            .formatted(library, version, library.resolveSibling(name), cached),
                    "build one as docs/engines.md says, or name a PyTorch of the version that ssdlab brings one for");
        }
    }
}
