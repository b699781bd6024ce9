package io.ssdlab.core.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a loaded engine is made of and what it achieves, as {@code ssdlab doctor} prints it.
 *
 * @param engine the engine's name
 * @param engineVersion the version of the native library, as it says itself
 * @param djlVersion of DJL
 * @param libraries the native files behind it
 * @param ompNumThreads {@code OMP_NUM_THREADS} as set
 * @param openMpThreads the threads that the loaded OpenMP runtime gives a parallel region
 * @param processors the logical processors that this process may use
 * @param gpus how many GPUs the engine reports
 * @param device where the convolution ran
 * @param convolution how fast it was
 * @param warnings what costs speed, each with its cure
 */
public record EngineReport(
        String engine,
        String engineVersion,
        String djlVersion,
        LoadedLibraries libraries,
        Optional<String> ompNumThreads,
        OptionalInt openMpThreads,
        int processors,
        int gpus,
        String device,
        ConvolutionSpeed convolution,
        List<String> warnings) {

    public EngineReport {
        warnings = List.copyOf(warnings);
    }

    /** Looks at a loaded engine and times a convolution on the device. */
    public static EngineReport of(Engine engine, Device device, Map<String, String> environment, GpuDriver driver) {
        ConvolutionSpeed convolution = ConvolutionSpeed.measure(engine, device);
        Optional<String> ompNumThreads = Optional.ofNullable(environment.get("OMP_NUM_THREADS"));
        LoadedLibraries libraries = LoadedLibraries.ofThisProcess();
        return new EngineReport(
                engine.getEngineName(),
                engine.getVersion(),
                Engine.getDjlVersion(),
                libraries,
                ompNumThreads,
                libraries.openMpThreads(),
                Runtime.getRuntime().availableProcessors(),
                engine.getGpuCount(),
                device.isGpu() ? "gpu" + device.getDeviceId() : "cpu",
                convolution,
                warnings(ompNumThreads, engine.getGpuCount(), driver.offersGpu()));
    }

    static List<String> warnings(Optional<String> ompNumThreads, int gpus, boolean gpuOffered) {
        List<String> warnings = new ArrayList<>();
        if (ompNumThreads.isEmpty()) {
            warnings.add("OMP_NUM_THREADS is not set: MXNet computes on one core. Start through the ssdlab launcher, or"
                    + " set it to the number of physical cores.");
        }
        if (gpuOffered && gpus == 0) {
            warnings.add("This machine has a GPU, but the engine runs on the CPU: a CPU library was loaded, or CUDA's"
                    + " libcudart.so is not on LD_LIBRARY_PATH. See docs/engines.md.");
        }
        return warnings;
    }
}
