package io.ssdlab.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.engine.Engine;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserPyTorchTest {

    @TempDir
    private Path folder;

    private Path libraries;

    @BeforeEach
    void makeTheFolder() throws IOException {
        libraries = Files.createDirectory(folder.resolve("lib"));
    }

    @Test
    void aLibraryThatSaysNothingIsTakenForTheVersionThatDjlBrings() throws IOException {
        assertThat(settings(Map.of())).containsExactlyEntriesOf(Map.of("PYTORCH_FLAVOR", "cpu"));

        Files.createFile(libraries.resolve(System.mapLibraryName("torch_cuda")));

        assertThat(settings(Map.of())).containsExactlyEntriesOf(Map.of("PYTORCH_FLAVOR", "cu128"));
    }

    @Test
    void theBundledVersionHasOneJniLibraryForAllOfCuda() throws IOException {
        Files.writeString(folder.resolve("build-version"), "2.7.1+cu126");
        Files.createFile(libraries.resolve(System.mapLibraryName("torch_cuda")));

        assertThat(settings(Map.of()))
                .containsOnly(Map.entry("PYTORCH_FLAVOR", "cu128"), Map.entry("PYTORCH_VERSION", "2.7.1"));
    }

    @Test
    void anotherVersionNeedsAJniLibraryOfItsOwn() throws IOException {
        Files.writeString(folder.resolve("build-version"), "2.11.0+cu130");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> settings(Map.of()))
                .withMessageContaining("PYTORCH_LIBRARY_PATH")
                .withMessageContaining("is of PyTorch 2.11.0, which there is no JNI library for")
                .withMessageContaining(
                        Path.of("2.11.0-cu130-linux-x86_64", jni()).toString());
    }

    @Test
    void aJniLibraryBesideItServes() throws IOException {
        Files.writeString(folder.resolve("build-version"), "2.11.0+cu130");
        Files.createFile(libraries.resolve(System.mapLibraryName("djl_torch")));

        assertThat(settings(Map.of()))
                .containsOnly(Map.entry("PYTORCH_FLAVOR", "cu130"), Map.entry("PYTORCH_VERSION", "2.11.0"));
    }

    @Test
    void whatTheUserHasSetStays() throws IOException {
        Files.writeString(folder.resolve("build-version"), "2.11.0+cu130");
        Files.createFile(libraries.resolve(jni()));

        assertThat(settings(Map.of("PYTORCH_FLAVOR", "cu129", "PATH", "/bin")))
                .containsOnly(Map.entry("PYTORCH_FLAVOR", "cu129"), Map.entry("PYTORCH_VERSION", "2.11.0"));
    }

    private Map<String, String> settings(Map<String, String> given) {
        Path library = libraries.resolve(EngineName.PYTORCH.libraryFile());
        return new UserPyTorch(library, "2.7.1"::equals).settings(given);
    }

    private static String jni() {
        return Engine.getDjlVersion() + "-" + System.mapLibraryName("djl_torch");
    }
}
