package io.ssdlab.core.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where finished runs ran, by what they recorded of it. Runs of one session recorded the same, which their checksums tell,
 * so that it is read once for all of them. Thread-safe.
 */
public final class Environments {

    private final RunFiles files = new RunFiles();
    private final Map<String, Environment> byChecksum = new ConcurrentHashMap<>();

    /** Where a run ran; no facts if its record of that is missing or damaged. */
    public Environment of(FinishedRun run) {
        String sum = run.record().checksums().sha256().getOrDefault(RunDirectory.ENVIRONMENT, "");
        return Optional.ofNullable(byChecksum.get(sum)).orElseGet(() -> {
            Optional<Environment> read = read(run);
            // The next one may be whole.
            read.ifPresent(environment -> byChecksum.put(sum, environment));
            return read.orElse(new Environment(Map.of()));
        });
    }

    private Optional<Environment> read(FinishedRun run) {
        Path file = run.folder().resolve(RunDirectory.ENVIRONMENT);
        return run.whole(file).map(content -> {
            Map<String, String> facts = new LinkedHashMap<>();
            files.read(file, content, JsonNode.class)
                    .properties()
                    .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
            return new Environment(facts);
        });
    }
}
