package io.ssdlab.plugin.ssd.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import com.fasterxml.jackson.databind.JsonNode;
import io.ssdlab.plugin.ssd.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Single layers and their gradients: against the original's NormalizeLayer, and convolutions and pools in double precision. */
@Tag("engine")
class LayersGoldenTest {

    private static final double RELATIVE = 1e-5;

    static List<JsonNode> normalisations() {
        return list(Golden.read("l2norm").get("cases"));
    }

    static List<JsonNode> convolutions() {
        return list(Golden.read("conv_pool").get("conv"));
    }

    static List<JsonNode> pools() {
        return list(Golden.read("conv_pool").get("maxpool"));
    }

    @ParameterizedTest
    @MethodSource("normalisations")
    void normalisesAsTheOriginal(JsonNode golden) {
        try (NDManager manager = NDManager.newBaseManager()) {
            L2Normalisation block = new L2Normalisation(20, NormalisationGradient.ORIGINAL);
            NDArray x = tensor(manager, golden.get("x"));
            block.initialize(manager, DataType.FLOAT32, x.getShape());
            NDArray initial = block.forward(new ParameterStore(manager, false), new NDList(x), false)
                    .singletonOrThrow();
            assertClose("initial y", initial, golden.get("y_scale20"));

            block.scale().getArray().set(flat(golden.get("scale")));
            Backward backward = backward(manager, block, x, golden, Map.of("dscale", block.scale()));
            assertClose("y", backward.y(), golden.get("y"));
            assertClose("dx", backward.dx(), golden.get("dx"));
            assertClose("dscale", block.scale().getArray().getGradient(), golden.get("dscale"));
        }
    }

    @ParameterizedTest
    @MethodSource("normalisations")
    void theExactGradientIsThatOfTheNormalisation(JsonNode golden) {
        try (NDManager manager = NDManager.newBaseManager()) {
            L2Normalisation block = new L2Normalisation(20, NormalisationGradient.EXACT);
            NDArray x = tensor(manager, golden.get("x"));
            block.initialize(manager, DataType.FLOAT32, x.getShape());
            block.scale().getArray().set(flat(golden.get("scale")));
            Backward backward = backward(manager, block, x, golden, Map.of("dscale", block.scale()));
            assertClose("y", backward.y(), golden.get("y"));
            assertClose("dscale", block.scale().getArray().getGradient(), golden.get("dscale"));
            double[] derivative = derivative(
                    doubles(golden.get("x")),
                    doubles(golden.get("dy")),
                    doubles(golden.get("scale")),
                    side(golden.get("x"), 2) * side(golden.get("x"), 3));
            float[] dx = backward.dx().toFloatArray();
            for (int i = 0; i < dx.length; i++) {
                assertThat((double) dx[i])
                        .as("dx %d", i)
                        .isCloseTo(derivative[i], within(RELATIVE * Math.max(1, Math.abs(derivative[i]))));
            }
        }
    }

    /** By the formula, position by position, in double precision. */
    private static double[] derivative(double[] x, double[] dy, double[] scale, int positions) {
        int channels = scale.length;
        double[] dx = new double[x.length];
        for (int image = 0; image < x.length / (channels * positions); image++) {
            for (int position = 0; position < positions; position++) {
                int first = image * channels * positions + position;
                double squares = 1e-10;
                double product = 0;
                for (int channel = 0; channel < channels; channel++) {
                    int at = first + channel * positions;
                    squares += x[at] * x[at];
                    product += scale[channel] * x[at] * dy[at];
                }
                double length = Math.sqrt(squares);
                for (int channel = 0; channel < channels; channel++) {
                    int at = first + channel * positions;
                    dx[at] = scale[channel] * dy[at] / length - x[at] * product / (length * squares);
                }
            }
        }
        return dx;
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void convolvesWithStridePaddingAndDilation(JsonNode golden) {
        ConvolutionUnit unit = new ConvolutionUnit(
                "layer",
                golden.get("out_channels").intValue(),
                golden.get("kernel").intValue(),
                golden.get("stride").intValue(),
                golden.get("pad").intValue(),
                golden.get("dilation").intValue());
        try (NDManager manager = NDManager.newBaseManager()) {
            Block block = unit.block();
            NDArray x = tensor(manager, golden.get("x"));
            block.initialize(manager, DataType.FLOAT32, x.getShape());
            Parameter weight = block.getDirectParameters().get("weight");
            Parameter bias = block.getDirectParameters().get("bias");
            weight.getArray().set(flat(golden.get("weight")));
            bias.getArray().set(flat(golden.get("bias")));
            Backward backward = backward(manager, block, x, golden, Map.of("dw", weight, "db", bias));
            assertClose("y", backward.y(), golden.get("y"));
            assertClose("dx", backward.dx(), golden.get("dx"));
            assertClose("dw", weight.getArray().getGradient(), golden.get("dw"));
            assertClose("db", bias.getArray().getGradient(), golden.get("db"));
            assertSides(
                    backward.y(), unit.outputSide(side(golden.get("x"), 2)), unit.outputSide(side(golden.get("x"), 3)));
        }
    }

    @ParameterizedTest
    @MethodSource("pools")
    void poolsRoundUp(JsonNode golden) {
        PoolingUnit unit = new PoolingUnit(
                "layer",
                golden.get("kernel").intValue(),
                golden.get("stride").intValue(),
                golden.get("pad").intValue());
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray x = tensor(manager, golden.get("x"));
            Backward backward = backward(manager, unit.block(), x, golden, Map.of());
            assertClose("y", backward.y(), golden.get("y"));
            assertClose("dx", backward.dx(), golden.get("dx"));
            assertSides(
                    backward.y(), unit.outputSide(side(golden.get("x"), 2)), unit.outputSide(side(golden.get("x"), 3)));
        }
    }

    private record Backward(NDArray y, NDArray dx) {}

    private static Backward backward(
            NDManager manager, Block block, NDArray x, JsonNode golden, Map<String, Parameter> parameters) {
        x.setRequiresGradient(true);
        parameters.values().forEach(parameter -> parameter.getArray().setRequiresGradient(true));
        NDArray y;
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            y = block.forward(new ParameterStore(manager, false), new NDList(x), true)
                    .singletonOrThrow();
            collector.backward(y.mul(tensor(manager, golden.get("dy"))).sum());
        }
        return new Backward(y, x.getGradient());
    }

    private static void assertSides(NDArray y, int rows, int columns) {
        assertThat(y.getShape().get(2)).isEqualTo(rows);
        assertThat(y.getShape().get(3)).isEqualTo(columns);
    }

    private static void assertClose(String what, NDArray actual, JsonNode golden) {
        float[] expected = flat(golden);
        float[] values = actual.toFloatArray();
        assertThat(values).as(what).hasSameSizeAs(expected);
        double largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < values.length; i++) {
            // A value near zero is a difference of values of the tensor's size.
            double scale = Math.max(Math.abs(expected[i]), Math.min(1, largest));
            assertThat((double) values[i]).as("%s %d", what, i).isCloseTo(expected[i], within(RELATIVE * scale));
        }
    }

    private static NDArray tensor(NDManager manager, JsonNode nested) {
        return manager.create(
                flat(nested), new Shape(side(nested, 0), side(nested, 1), side(nested, 2), side(nested, 3)));
    }

    private static int side(JsonNode nested, int dimension) {
        JsonNode node = nested;
        for (int i = 0; i < dimension; i++) {
            node = node.get(0);
        }
        return node.size();
    }

    private static float[] flat(JsonNode nested) {
        List<Float> values = new ArrayList<>();
        collect(nested, values);
        float[] flat = new float[values.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = values.get(i);
        }
        return flat;
    }

    private static double[] doubles(JsonNode nested) {
        float[] floats = flat(nested);
        double[] values = new double[floats.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = floats[i];
        }
        return values;
    }

    private static void collect(JsonNode node, List<Float> values) {
        if (node.isArray()) {
            node.forEach(child -> collect(child, values));
        } else {
            values.add(node.floatValue());
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> cases = new ArrayList<>();
        array.forEach(cases::add);
        return cases;
    }
}
