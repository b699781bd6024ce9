package io.ssdlab.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChoiceTest {

    private static final GpuDriver NO_DRIVER = new GpuDriver(Path.of("/no/such/root"));

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "cuda:0", "gpu-1", "gpu0 "})
    void whatIsNoDeviceIsRefused(String text) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> DeviceChoice.parse(text, "a.yaml:4"))
                .withMessageContaining("a.yaml:4: '%s' is no device".formatted(text))
                .withMessageContaining("auto, cpu");
    }

    @Test
    @Tag("engine")
    void theCpuIsAlwaysThere() {
        assertThat(DeviceChoice.parse("cpu", "--device").device(Engine.getInstance(), NO_DRIVER))
                .isEqualTo(Device.cpu());
    }

    @Test
    @Tag("engine")
    void autoTakesAGpuExactlyWhereTheEngineReportsOne() {
        Engine engine = Engine.getInstance();

        assertThat(DeviceChoice.parse("auto", "--device")
                        .device(engine, NO_DRIVER)
                        .isGpu())
                .isEqualTo(engine.getGpuCount() > 0);
    }

    @Test
    @Tag("engine")
    void aGpuThatIsNotThereIsRefusedSayingWhy() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> DeviceChoice.parse("gpu999", "--device").device(Engine.getInstance(), NO_DRIVER))
                .withMessageContaining("--device: gpu999 is not there: ");
    }
}
