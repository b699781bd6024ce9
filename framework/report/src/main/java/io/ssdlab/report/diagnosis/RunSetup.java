package io.ssdlab.report.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.model.InputSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What of a run's configuration its diagnosis depends on.
 *
 * @param rule of its first metric
 * @param input to which images are warped; a square if the configuration does not say
 */
record RunSetup(ScoringRule rule, InputSize input) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads {@code config.json}.
     *
     * @throws InvalidInputException if it cannot be read
     */
    static RunSetup read(Path config) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(config));
            JsonNode metric = json.path("metrics").path(0);
            JsonNode input = json.path("model").path("input");
            return new RunSetup(
                    ScoringRule.ofMetric((metric.isTextual() ? metric : metric.path("use")).asText()),
                    new InputSize(
                            Math.max(1, input.path("width").asInt(1)),
                            Math.max(1, input.path("height").asInt(1))));
        } catch (IOException e) {
            throw new InvalidInputException(
                    config.toString(), "cannot be read (" + e.getMessage() + ")", "run the experiment again");
        }
    }
}
