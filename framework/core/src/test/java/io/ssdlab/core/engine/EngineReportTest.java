package io.ssdlab.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EngineReportTest {

    private static final GpuDriver NO_DRIVER = new GpuDriver(Path.of("/no/such/root"));

    @Test
    @Tag("engine")
    void showsTheLibraryThatTheEngineRunsOnAndHowFastItConvolves() {
        Engine engine = Engine.getInstance();
        EngineName name = EngineName.named(engine.getEngineName()).orElseThrow();

        EngineReport report = EngineReport.of(engine, Device.cpu(), System.getenv(), NO_DRIVER);

        assertThat(report.libraries().files()).anyMatch(file -> file.endsWith("/" + name.libraryFile()));
        assertThat(report.openMpThreads()).hasValue(Integer.parseInt(System.getenv("OMP_NUM_THREADS")));
        assertThat(report.device()).isEqualTo("cpu");
        assertThat(report.convolution().gigaMacsPerSecond()).isPositive();
        assertThat(report.convolution().busyCores()).isPositive();
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    @Tag("engine")
    void warnsWithoutThreadCount() {
        assertThat(EngineReport.of(Engine.getInstance(), Device.cpu(), Map.of(), NO_DRIVER)
                        .warnings())
                .singleElement()
                .asString()
                .contains("OMP_NUM_THREADS is not set");
    }

    @Test
    void warnsOfAGpuThatTheEngineDoesNotUse() {
        assertThat(EngineReport.warnings(Optional.of("2"), 0, true))
                .singleElement()
                .asString()
                .contains("the engine runs on the CPU");
        assertThat(EngineReport.warnings(Optional.of("2"), 1, true)).isEmpty();
    }
}
