package io.ssdlab.cli.weights;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.spi.weights.TensorRule;
import io.ssdlab.spi.weights.WeightsConversion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A model as TensorFlow.js keeps it: {@code model.json} and a shard. For tests; its tensors are small. */
final class TensorFlowJsModel {

    static final String SHARD = "group1-shard1of1.bin";

    /** Of a box: the background and the ids up to 90. */
    private static final int LOGITS = 91;

    private final Map<String, int[]> shapes = new LinkedHashMap<>();

    /** The tensors that SSDLite's conversion asks for, of two channels and two boxes a cell. */
    static TensorFlowJsModel ssdLite(WeightsConversion conversion) {
        TensorFlowJsModel model = new TensorFlowJsModel();
        conversion.rules().stream().map(TensorRule::source).forEach(name -> model.with(name, shape(name)));
        return model;
    }

    private static int[] shape(String name) {
        if (name.endsWith("merged_input")) {
            return new int[] {1, 1, 2, 2};
        } else if (name.endsWith("depthwise_weights")) {
            return new int[] {3, 3, 2, 1};
        }
        int filters = name.contains("/ClassPredictor/") ? 2 * LOGITS : name.contains("/BoxEncodingPredictor/") ? 8 : 2;
        return name.endsWith("Predictor/weights") ? new int[] {1, 1, 2, filters} : new int[] {filters};
    }

    TensorFlowJsModel with(String name, int... shape) {
        shapes.put(name, shape);
        return this;
    }

    TensorFlowJsModel without(String name) {
        if (shapes.remove(name) == null) {
            throw new AssertionError("the model has no tensor " + name);
        }
        return this;
    }

    int tensors() {
        return shapes.size();
    }

    /** All elements of all tensors. */
    int values() {
        return shapes.values().stream().mapToInt(TensorFlowJsModel::size).sum();
    }

    /** Writes the model; its elements are 0, 0.5, 1 and so on. */
    Path write(Path folder) {
        ByteBuffer data = ByteBuffer.allocate(Float.BYTES * values()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values(); i++) {
            data.putFloat(0.5f * i);
        }
        List<Map<String, Object>> weights = shapes.entrySet().stream()
                .map(tensor ->
                        Map.<String, Object>of("name", tensor.getKey(), "shape", tensor.getValue(), "dtype", "float32"))
                .toList();
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(SHARD), data.array());
            Files.writeString(
                    folder.resolve("model.json"),
                    new ObjectMapper()
                            .writeValueAsString(Map.of(
                                    "format",
                                    "graph-model",
                                    "modelTopology",
                                    Map.of(),
                                    "weightsManifest",
                                    List.of(Map.of("paths", List.of(SHARD), "weights", weights)))));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The elements of a tensor as they are written. */
    float[] elements(String name) {
        int before = 0;
        for (Map.Entry<String, int[]> tensor : shapes.entrySet()) {
            if (tensor.getKey().equals(name)) {
                float[] elements = new float[size(tensor.getValue())];
                for (int i = 0; i < elements.length; i++) {
                    elements[i] = 0.5f * (before + i);
                }
                return elements;
            }
            before += size(tensor.getValue());
        }
        throw new AssertionError("the model has no tensor " + name);
    }

    private static int size(int[] shape) {
        return IntStream.of(shape).reduce(1, (one, other) -> one * other);
    }
}
