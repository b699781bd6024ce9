package io.ssdlab.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GpuDriverTest {

    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
    private final Path root = files.getPath("/");

    @Test
    void driverAndDeviceTogetherOfferAGpu() throws IOException {
        create("/proc/driver/nvidia/version");
        create("/dev/nvidia0");

        assertThat(new GpuDriver(root).offersGpu()).isTrue();
    }

    @Test
    void aContainerWithoutTheDeviceHasNoGpu() throws IOException {
        create("/proc/driver/nvidia/version");
        create("/dev/nvidiactl");

        assertThat(new GpuDriver(root).offersGpu()).isFalse();
    }

    @Test
    void withoutDriverThereIsNoGpu() {
        assertThat(new GpuDriver(root).offersGpu()).isFalse();
    }

    private void create(String path) throws IOException {
        Path file = files.getPath(path);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }
}
