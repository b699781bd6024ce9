package io.ssdlab.core.run;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.ssdlab.core.engine.DeviceChoice;
import io.ssdlab.core.engine.EngineChoice;
import io.ssdlab.core.engine.EngineClassPath;
import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.engine.GpuDriver;
import io.ssdlab.core.engine.LoadedLibraries;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The one engine of a process, loaded, and where it computes.
 *
 * @param name as experiment files give it
 * @param engine loaded
 * @param device to compute on
 * @param facts about the engine for the record of a run: versions, library, threads
 */
public record EngineSession(EngineName name, Engine engine, Device device, Map<String, String> facts) {

    private static final String OMP_NUM_THREADS = "OMP_NUM_THREADS";

    public EngineSession {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /**
     * Loads an engine. On the thread that starts all others, see {@link EngineClassPath}.
     *
     * @throws io.ssdlab.spi.InvalidInputException if the process has the other engine already, or there is no such device
     */
    public static EngineSession open(
            EngineChoice choice,
            DeviceChoice deviceChoice,
            EngineClassPath engines,
            GpuDriver driver,
            Map<String, String> environment) {
        Engine engine = engines.load(choice.engine());
        Device device = deviceChoice.device(engine, driver);
        Map<String, String> facts = new TreeMap<>();
        facts.put("engine", engine.getEngineName());
        facts.put("engine-version", engine.getVersion());
        facts.put("djl-version", Engine.getDjlVersion());
        facts.put("device", device.isGpu() ? "gpu" + device.getDeviceId() : "cpu");
        facts.put("libraries", String.join(" ", LoadedLibraries.ofThisProcess().files()));
        Optional.ofNullable(environment.get(OMP_NUM_THREADS))
                .ifPresent(threads -> facts.put("omp-num-threads", threads));
        return new EngineSession(choice.engine(), engine, device, facts);
    }
}
