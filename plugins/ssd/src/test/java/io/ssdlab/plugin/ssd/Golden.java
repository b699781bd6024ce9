package io.ssdlab.plugin.ssd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;

/** Reads the numbers that the reference implementations computed. */
public final class Golden {

    private static final String PRIORS = "ssd300_voc";
    private static final String LAST_PRIORS = "ssd300_voc_layers_3_to_5";
    private static final int LAST_PRIOR_COUNT = 150 + 36 + 4;

    private Golden() {}

    /** The resource {@code golden/NAME.json}. */
    public static JsonNode read(String name) {
        try (InputStream json = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Test cases of a file by name, for parameterised tests. */
    public static List<Case> cases(String file, String list) {
        return StreamSupport.stream(read(file).get(list).spliterator(), false)
                .map(node -> new Case(node.get("name").asText(), node))
                .toList();
    }

    /** A named case, shown by its name. */
    public record Case(String name, JsonNode node) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).floatValue();
        }
        return values;
    }

    /** A box of four corners from the given place of an array. */
    public static CornerBox box(JsonNode array, int from) {
        return new CornerBox(
                array.get(from).floatValue(),
                array.get(from + 1).floatValue(),
                array.get(from + 2).floatValue(),
                array.get(from + 3).floatValue());
    }

    public static List<CornerBox> boxes(JsonNode rows) {
        List<CornerBox> boxes = new ArrayList<>();
        rows.forEach(row -> boxes.add(box(row, 0)));
        return boxes;
    }

    public static List<GroundTruth> groundTruths(JsonNode rows) {
        return boxes(rows).stream().map(box -> new GroundTruth(box, 1, false)).toList();
    }

    /** Prior boxes as cases name them or list them. */
    public static PriorBoxes priors(JsonNode priors) {
        List<CornerBox> boxes =
                boxes(priors.isArray() ? priors : read("priors_ssd300_voc").get("boxes"));
        if (!priors.isArray() && !priors.asText().equals(PRIORS)) {
            if (!priors.asText().equals(LAST_PRIORS)) {
                throw new IllegalArgumentException("prior boxes " + priors);
            }
            boxes = boxes.subList(boxes.size() - LAST_PRIOR_COUNT, boxes.size());
        }
        float[] corners = new float[4 * boxes.size()];
        for (int i = 0; i < boxes.size(); i++) {
            corners[4 * i] = boxes.get(i).xMin();
            corners[4 * i + 1] = boxes.get(i).yMin();
            corners[4 * i + 2] = boxes.get(i).xMax();
            corners[4 * i + 3] = boxes.get(i).yMax();
        }
        PriorLayer all = new PriorLayer("all", 1, 1, boxes.size());
        return PriorBoxes.ofCorners(List.of(all), corners, PriorBoxes.Variances.ORIGINAL);
    }

    /** A tensor given by its formula: uniform values of a seeded stream. */
    public static float[] tensor(JsonNode formula) {
        int size = 1;
        for (JsonNode dimension : formula.get("shape")) {
            size *= dimension.intValue();
        }
        double low = formula.get("lo").doubleValue();
        double high = formula.get("hi").doubleValue();
        SplittableRandom random = new SplittableRandom(formula.get("seed").longValue());
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (low + (high - low) * ((random.nextLong() >>> 40) / (double) (1 << 24)));
        }
        return values;
    }
}
