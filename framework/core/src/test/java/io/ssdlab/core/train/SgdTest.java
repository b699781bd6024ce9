package io.ssdlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against six steps of the original's solver, with changing learning rates. */
@Tag("engine")
final class SgdTest {

    @ParameterizedTest
    @CsvSource({"weight, WEIGHT", "bias, BIAS"})
    void stepsAsTheOriginal(String golden, Parameter.Type type) throws IOException {
        JsonNode root;
        try (InputStream in = SgdTest.class.getResourceAsStream("/golden/sgd.json")) {
            root = new ObjectMapper().readTree(in);
        }
        try (NDManager manager = NDManager.newBaseManager()) {
            float[] start = floats(root.get("start"));
            Parameter parameter = Parameter.builder()
                    .setName(golden)
                    .setType(type)
                    .optShape(new Shape(start.length))
                    .build();
            parameter.setInitializer((scope, shape, dataType) -> scope.create(start));
            parameter.initialize(manager, DataType.FLOAT32);
            Sgd sgd = new Sgd(Map.of(golden, parameter), manager, 0.9, 0.0005, new ParameterMultipliers(2, 0, 1));
            JsonNode expected = root.get("params").get(golden).get("after_each_step");
            for (int step = 0; step < expected.size(); step++) {
                NDArray gradient = manager.create(floats(root.get("gradients").get(step)));
                try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                    collector.backward(parameter.getArray().mul(gradient).sum());
                }
                sgd.step(root.get("learning_rates").get(step).asDouble());
                float[] actual = parameter.getArray().toFloatArray();
                for (int i = 0; i < actual.length; i++) {
                    double wanted = expected.get(step).get(i).asDouble();
                    assertThat((double) actual[i])
                            .as("%s %d after step %d", golden, i, step)
                            .isCloseTo(wanted, within(1e-6 + 1e-5 * Math.abs(wanted)));
                }
            }
        }
    }

    private static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) array.get(i).asDouble();
        }
        return values;
    }
}
