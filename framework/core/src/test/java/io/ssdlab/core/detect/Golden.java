package io.ssdlab.core.detect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reference numbers of the original among the test resources; each file names its source. */
final class Golden {

    private Golden() {}

    static JsonNode read(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) array.get(i).asDouble();
        }
        return values;
    }

    /** Rows of four, flat. */
    static float[] boxes(JsonNode rows) {
        float[] values = new float[4 * rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows.get(i / 4).get(i % 4).asDouble();
        }
        return values;
    }
}
