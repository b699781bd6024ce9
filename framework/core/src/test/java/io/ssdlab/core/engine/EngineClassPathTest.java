package io.ssdlab.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.djl.engine.Engine;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EngineClassPathTest {

    private FileSystem files;
    private Path engines;

    @BeforeEach
    void layOutAnInstallation() throws IOException {
        files = Jimfs.newFileSystem(Configuration.unix());
        engines = files.getPath("/opt/ssd lab/engines");
        Files.createDirectories(engines.resolve("mxnet"));
        for (String name :
                new String[] {"mxnet-engine-0.35.1.jar", "mxnet-native-mkl-1.9.1-linux-x86_64.jar", "NOTES"}) {
            Files.createFile(engines.resolve("mxnet").resolve(name));
        }
    }

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    @Test
    void takesTheJarsOfTheOneEngine() {
        assertThat(new EngineClassPath(engines, Map.of()).jars(EngineName.MXNET))
                .extracting(jar -> jar.getFileName().toString())
                .containsExactly("mxnet-engine-0.35.1.jar", "mxnet-native-mkl-1.9.1-linux-x86_64.jar");
    }

    @Test
    void leavesOutTheBundledLibraryWhereTheUserNamesAnother() {
        assertThat(new EngineClassPath(engines, Map.of("MXNET_LIBRARY_PATH", "/cuda")).jars(EngineName.MXNET))
                .extracting(jar -> jar.getFileName().toString())
                .containsExactly("mxnet-engine-0.35.1.jar");
    }

    @Test
    void anInstallationWithoutTheEngineSaysWhereItLooked() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new EngineClassPath(engines, Map.of()).jars(EngineName.PYTORCH))
                .withMessageContaining("/opt/ssd lab/engines/pytorch");
    }

    @Test
    @Tag("engine")
    void anEngineOnTheClassPathIsLoadedFromThere() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        EngineName present =
                EngineName.named(System.getProperty("ai.djl.default_engine")).orElseThrow();

        Engine engine = new EngineClassPath(engines, Map.of()).load(present);

        assertThat(engine.getEngineName()).isEqualTo(present.djlName());
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    @Tag("engine")
    void aSecondEngineIsRefused() {
        EngineName present =
                EngineName.named(System.getProperty("ai.djl.default_engine")).orElseThrow();
        EngineName other = present.others().get(0);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new EngineClassPath(engines, Map.of()).load(other))
                .withMessageContaining("%s was asked for, but this process runs %s already".formatted(other, present));
    }

    @Test
    @Tag("engine")
    void aLibraryPathWithoutTheLibraryIsRefused() {
        EngineName present =
                EngineName.named(System.getProperty("ai.djl.default_engine")).orElseThrow();
        EngineClassPath classPath = new EngineClassPath(engines, Map.of(present.libraryPathVariable(), "/no/where"));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> classPath.load(present))
                .withMessageContaining(present.libraryPathVariable())
                .withMessageContaining("no %s in /no/where".formatted(present.libraryFile()));
    }
}
