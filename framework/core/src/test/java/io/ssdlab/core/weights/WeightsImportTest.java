package io.ssdlab.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.Preprocessing.ChannelOrder;
import io.ssdlab.spi.weights.TensorRule;
import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.spi.weights.WeightsSheet;
import io.ssdlab.weights.FloatTensor;
import io.ssdlab.weights.SafetensorsWriter;
import io.ssdlab.weights.TensorFile;
import io.ssdlab.weights.TensorFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsImportTest {

    private static final String WHERE = "theirs.safetensors";

    @TempDir
    private Path folder;

    private record Conversion(String format, List<TensorRule> rules, List<String> unused) implements WeightsConversion {

        @Override
        public WeightsSheet sheet() {
            return new WeightsSheet(
                    "Toy", "here", "CC0-1.0", format, new Preprocessing(ChannelOrder.RGB, 0, 0, 0, 1), List.of(), "");
        }
    }

    private static Conversion rules(TensorRule... rules) {
        return new Conversion("safetensors", List.of(rules), List.of());
    }

    private static FloatTensor tensor(String name, int... shape) {
        float[] values = new float[IntStream.of(shape).reduce(1, (one, other) -> one * other)];
        for (int i = 0; i < values.length; i++) {
            values[i] = i + 1;
        }
        return new FloatTensor(name, IntStream.of(shape).boxed().toList(), values);
    }

    private WeightsImport imported(WeightsConversion conversion, FloatTensor... tensors) throws IOException {
        return imported(conversion, List.of(tensors));
    }

    private WeightsImport imported(WeightsConversion conversion, List<FloatTensor> tensors) throws IOException {
        Path file = folder.resolve(WHERE);
        try (OutputStream out = Files.newOutputStream(file)) {
            new SafetensorsWriter(Map.of()).write(tensors, out);
        }
        try (TensorFile opened = TensorFiles.open(file)) {
            return WeightsImport.of(opened, conversion, WHERE);
        }
    }

    @Test
    void appliesTheRulesInTheirOrder() throws IOException {
        WeightsImport weights = imported(
                rules(
                        TensorRule.changed("conv1.weight", "w", given -> given.transposed(1, 0)),
                        TensorRule.same("conv1.bias", "b"),
                        TensorRule.changed("norm.bias", "b", bias -> bias.each(value -> -value))),
                tensor("b", 2),
                tensor("w", 2, 3));

        assertThat(weights.tensors().keySet()).containsExactly("conv1.weight", "conv1.bias", "norm.bias");
        assertThat(weights.tensors().get("conv1.weight").shape()).containsExactly(3, 2);
        assertThat(weights.tensors().get("conv1.weight").values()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(weights.tensors().get("conv1.bias").values()).containsExactly(1, 2);
        assertThat(weights.tensors().get("norm.bias").values()).containsExactly(-1, -2);
        assertThat(weights.names())
                .containsExactly(
                        Map.entry("conv1.weight", "w"), Map.entry("conv1.bias", "b"), Map.entry("norm.bias", "b"));
        assertThat(weights.leftOver()).isEmpty();
    }

    @Test
    void whatNobodyTakesIsToldButForWhatIsKnownToBeLeft() throws IOException {
        WeightsImport weights = imported(
                new Conversion(
                        "safetensors",
                        List.of(TensorRule.same("conv1.bias", "conv1.b")),
                        List.of("fc8.*", "*/Momentum")),
                tensor("fc8.w", 1),
                tensor("conv1.b", 1),
                tensor("conv1xb", 1),
                tensor("a/b/Momentum", 1),
                tensor("Momentum", 1),
                tensor("fc8", 1));

        assertThat(weights.leftOver()).containsExactly("conv1xb", "Momentum", "fc8");
    }

    @Test
    void namesAllThatIsMissingOnceWithTheNearest() {
        assertThatThrownBy(() -> imported(
                        rules(
                                TensorRule.same("conv1.weight", "conv1/weights"),
                                TensorRule.same("conv1.bias", "conv1/biases"),
                                TensorRule.same("norm.weight", "gamma"),
                                TensorRule.same("norm.bias", "gamma"),
                                TensorRule.same("conv2.bias", "conv2/biases")),
                        tensor("conv1/weight", 1),
                        tensor("conv1/biases", 1),
                        tensor("conv2_biases", 1)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.problems())
                                .containsExactly(
                                        new Problem(WHERE, "has no tensor conv1/weights", "it has conv1/weight"),
                                        new Problem(
                                                WHERE,
                                                "has no tensor gamma",
                                                "it is of another network than these weights are;"
                                                        + " 'ssdlab weights inspect' lists what it has"),
                                        new Problem(
                                                WHERE,
                                                "has no tensor conv2/biases",
                                                "it has conv1/biases, conv2_biases")));
    }

    /** To compare every name with every other would take seconds and tell nothing. */
    @Test
    void ofManyMissingAllAreNamedButNotCompared() {
        List<TensorRule> rules = new ArrayList<>();
        List<FloatTensor> tensors = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String name = "%s/%d".formatted("long/name/of/a/tensor/in/a/graph".repeat(4), i);
            rules.add(TensorRule.same("conv%d.weight".formatted(i), name + "/weights"));
            tensors.add(tensor(name + "/kernel", 1));
        }
        assertThatThrownBy(() -> imported(new Conversion("safetensors", rules, List.of()), tensors))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> {
                    assertThat(refused.problems()).hasSize(200);
                    assertThat(refused.problems().get(7).remedy()).startsWith("it has ");
                    assertThat(refused.problems().get(8).remedy()).startsWith("it is of another network");
                });
    }

    @Test
    void namesATensorOfAnotherShapeBesideOneThatIsMissing() {
        assertThatThrownBy(() -> imported(
                        rules(
                                TensorRule.changed("conv1.weight", "w", given -> given.transposed(3, 2, 0, 1)),
                                TensorRule.changed("conv1.bias", "b", given -> given.slices(0, 0, 91)),
                                TensorRule.same("conv2.bias", "c")),
                        tensor("w", 3, 3),
                        tensor("b", 90)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::what)
                                .containsExactly(
                                        "tensor w of shape [3, 3] cannot become conv1.weight:"
                                                + " axes [3, 2, 0, 1] of a tensor of shape [3, 3]",
                                        "tensor b of shape [90] cannot become conv1.bias:"
                                                + " slice 91 of axis 0 of a tensor of shape [90]",
                                        "has no tensor c"));
    }

    @Test
    void refusesAnotherFormat() {
        assertThatThrownBy(() -> imported(
                        new Conversion("caffe", List.of(TensorRule.same("conv1.bias", "b")), List.of()),
                        tensor("b", 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(WHERE + ": is a file of safetensors, not of caffe")
                .hasMessageContaining("these weights come as caffe; 'ssdlab weights list'");
    }

    @Test
    void twoRulesForATensorAreAFaultOfThePlugin() {
        assertThatThrownBy(() -> imported(
                        rules(TensorRule.same("conv1.bias", "b"), TensorRule.same("conv1.bias", "b")), tensor("b", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("two rules for the tensor conv1.bias");
    }
}
