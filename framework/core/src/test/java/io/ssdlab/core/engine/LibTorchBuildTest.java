package io.ssdlab.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibTorchBuildTest {

    @TempDir
    private Path folder;

    private Path library;

    @BeforeEach
    void nameTheLibrary() throws IOException {
        library = Files.createDirectory(folder.resolve("lib")).resolve("libtorch.so");
    }

    @Test
    void readsTheArchivesOwnVersion() throws IOException {
        Files.writeString(folder.resolve("build-version"), "2.7.1+cu128\n");

        assertThat(LibTorchBuild.of(library)).contains(new LibTorchBuild("2.7.1", Optional.of("cu128")));
    }

    @Test
    void readsTheVersionOfThePythonPackage() throws IOException {
        Files.writeString(folder.resolve("version.py"), """
                from typing import Optional

                __all__ = ['__version__', 'debug', 'cuda']
                __version__ = '2.13.0+cpu'
                debug = False
                """);

        assertThat(LibTorchBuild.of(library)).contains(new LibTorchBuild("2.13.0", Optional.of("cpu")));
    }

    @Test
    void aBuildOfOnesOwnSaysNoFlavour() throws IOException {
        Files.writeString(folder.resolve("version.py"), "__version__ = '2.9.0a0+gitcf30153'\n");

        assertThat(LibTorchBuild.of(library)).contains(new LibTorchBuild("2.9.0", Optional.empty()));
    }

    @Test
    void aBareFolderSaysNothing() {
        assertThat(LibTorchBuild.of(library)).isEmpty();
    }
}
