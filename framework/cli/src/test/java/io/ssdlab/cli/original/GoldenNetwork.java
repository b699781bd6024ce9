package io.ssdlab.cli.original;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;

/**
 * A network whose weights and input are given by a formula over seeded streams, computed in double precision by the
 * reference; the file says how.
 */
final class GoldenNetwork {

    /** Without the background. */
    static final int CLASSES = 20;

    private static final int[] MEAN = {104, 117, 123};

    private final JsonNode file;
    private final long seed;

    private GoldenNetwork(JsonNode file) {
        this.file = file;
        this.seed = file.get("seed0").longValue();
    }

    /** The resource {@code golden/NAME.json}. */
    static GoldenNetwork read(String name) {
        try (InputStream in = GoldenNetwork.class.getResourceAsStream("/golden/" + name + ".json")) {
            return new GoldenNetwork(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode get(String key) {
        return file.get(key);
    }

    /** A tensor by our name for it: {@code conv1_1.weight}, {@code conv4_3_norm.scale}. */
    float[] tensor(String name) {
        String layer = name.substring(0, name.lastIndexOf('.'));
        if (name.endsWith(".scale")) {
            return values(
                    seed + 900, parameter("conv4_3").get("weight_shape").get(0).intValue(), u -> 10 + 20 * u);
        }
        JsonNode parameter = parameter(layer);
        int filters = parameter.get("weight_shape").get(0).intValue();
        int fanIn = 1;
        for (int i = 1; i < 4; i++) {
            fanIn *= parameter.get("weight_shape").get(i).intValue();
        }
        long first = seed + 2 * parameter.get("k").longValue();
        if (name.endsWith(".bias")) {
            return values(first + 1, filters, u -> (2 * u - 1) * 0.1);
        }
        double gain = layer.equals("conv1_1") ? 0.02 : layer.contains("_mbox_") ? 0.5 : 1;
        double limit = Math.sqrt(6.0 / fanIn) * gain;
        return values(first, filters * fanIn, u -> (2 * u - 1) * limit);
    }

    private JsonNode parameter(String layer) {
        return StreamSupport.stream(file.get("parameters").spliterator(), false)
                .filter(parameter -> parameter.get("name").asText().equals(layer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the reference has no layer " + layer));
    }

    /** {@code [images, side, side, 3]}: channels last, where the formula has them first. */
    float[] pixels(int images, int side) {
        SplittableRandom random = new SplittableRandom(seed + 901);
        float[] pixels = new float[images * side * side * 3];
        for (int image = 0; image < images; image++) {
            for (int channel = 0; channel < 3; channel++) {
                for (int cell = 0; cell < side * side; cell++) {
                    double level = Math.floor(256 * uniform(random));
                    pixels[(image * side * side + cell) * 3 + channel] = (float) (level - MEAN[channel]);
                }
            }
        }
        return pixels;
    }

    private interface Formula {
        double value(double u);
    }

    private static float[] values(long seed, int size, Formula formula) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) formula.value(uniform(random));
        }
        return values;
    }

    private static double uniform(SplittableRandom random) {
        return (random.nextLong() >>> 40) / (double) (1 << 24);
    }
}
