package io.ssdlab.core.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether this machine offers NVIDIA GPUs, whatever the engine makes of them.
 *
 * @param root the root folder of the file system
 */
public record GpuDriver(Path root) {

    /** Whether the driver is loaded and at least one GPU is visible to this process (in a container, too). */
    public boolean offersGpu() {
        if (!Files.exists(root.resolve("proc/driver/nvidia/version"))) {
            return false;
        }
        try (DirectoryStream<Path> devices = Files.newDirectoryStream(root.resolve("dev"), "nvidia[0-9]*")) {
            return devices.iterator().hasNext();
        } catch (IOException e) {
            // A /dev that cannot be listed holds no device that could be opened.
            return false;
        }
    }
}
