package io.ssdlab.core.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.ssdlab.spi.InvalidInputException;
import java.util.OptionalInt;

/**
 * The device that was asked for.
 *
 * @param name as asked for
 * @param origin who asked, for messages: {@code --device}, or file and line
 */
public record DeviceChoice(DeviceName name, String origin) {

    /**
     * Reads a choice; checks its form, not yet whether there is such a device.
     *
     * @throws InvalidInputException if the text names no device
     */
    public static DeviceChoice parse(String text, String origin) {
        try {
            return new DeviceChoice(DeviceName.of(text), origin);
        } catch (IllegalArgumentException noName) {
            throw new InvalidInputException(
                    origin, "'%s' is no device".formatted(text), "name auto, cpu, or a GPU: gpu0, gpu1, ...");
        }
    }

    /**
     * The device of a loaded engine: {@code auto} is the first GPU if the engine reports one, else the CPU.
     *
     * @throws InvalidInputException if a GPU was asked for that the engine does not report, saying why
     */
    public Device device(Engine engine, GpuDriver driver) {
        int gpus = engine.getGpuCount();
        OptionalInt wanted = name.gpu();
        if (wanted.isEmpty()) {
            return name.isAuto() && gpus > 0 ? Device.gpu(0) : Device.cpu();
        }
        if (wanted.getAsInt() >= gpus) {
            throw new InvalidInputException(
                    origin, "%s is not there: %s".formatted(name, reason(engine, gpus, driver)), remedy(gpus));
        }
        return Device.gpu(wanted.getAsInt());
    }

    private static String reason(Engine engine, int gpus, GpuDriver driver) {
        if (gpus > 0) {
            return "%s reports %d GPU%s".formatted(engine.getEngineName(), gpus, gpus == 1 ? "" : "s");
        }
        if (!driver.offersGpu()) {
            return "this machine shows no NVIDIA GPU (no /dev/nvidia0, or no driver)";
        }
        return "the machine has a GPU, but the native library of %s that was loaded is built for the CPU, or CUDA's libcudart.so is not on LD_LIBRARY_PATH"
                .formatted(engine.getEngineName());
    }

    private static String remedy(int gpus) {
        return gpus > 0
                ? "name gpu0%s".formatted(gpus > 1 ? " to gpu" + (gpus - 1) : "")
                : "use device cpu, or set up CUDA as docs/engines.md says; 'ssdlab doctor' shows what was loaded";
    }
}
