package io.ssdlab.core.run;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.ssdlab.core.engine.EngineName;
import java.util.Map;

/**
 * The one engine of a process, loaded, and where it computes.
 *
 * @param name as experiment files give it
 * @param engine loaded
 * @param device to compute on
 * @param facts about the engine for the record of a run: versions, library, threads
 */
public record EngineSession(EngineName name, Engine engine, Device device, Map<String, String> facts) {

    public EngineSession {
        facts = Map.copyOf(facts);
    }
}
