package io.ssdlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import io.ssdlab.core.data.GridPriors;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.HeadDesign;
import io.ssdlab.core.model.HeadType;
import io.ssdlab.core.model.TinyBackbone;
import io.ssdlab.core.weights.ImportedWeights;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.weights.HostTensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New predictors behind the filters of a file's separable heads, which are of other boxes and classes. */
@Tag("engine")
class InitialFiltersTest {

    private static final int CHANNELS = 16;
    private static final List<String> CLASSES = List.of("dog", "sofa");
    private static final List<String> KNOWN = List.of("person", "couch", "cat", "dog");
    private static final List<String> PREDICTORS =
            List.of("conv1_mbox_loc.weight", "conv1_mbox_loc.bias", "conv1_mbox_conf.weight", "conv1_mbox_conf.bias");

    @TempDir
    private Path folder;

    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager();
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void filtersAreTakenAndPredictorsDrawn() {
        DetectorNetwork network = network(HeadType.SEPARABLE);
        Map<String, float[]> drawn = values(network);

        InitialWeights.Outcome outcome = start(HeadStart.FILTERS, network, tensors(6));

        assertThat(outcome.drawn()).containsExactlyElementsOf(PREDICTORS);
        assertThat(outcome.unknownClasses()).isEmpty();
        assertThat(outcome.taken())
                .hasSize(2 + 2 * 5)
                .allSatisfy(name -> assertThat(values(network).get(name)).containsOnly(0.5f))
                .contains("conv1_mbox_conf_dw.weight", "conv1_mbox_loc_dw_bn.running_var");
        PREDICTORS.forEach(
                name -> assertThat(values(network).get(name)).as(name).isEqualTo(drawn.get(name)));
    }

    @Test
    void convolutionsHaveNoFiltersApart() {
        DetectorNetwork network = network(HeadType.CONVOLUTION);

        assertThat(start(HeadStart.FILTERS, network, tensors(6)).taken()).containsExactly("conv1.weight", "conv1.bias");
    }

    @Test
    void predictorsOfOtherBoxesAreRefusedWithThisWayOut() {
        DetectorNetwork network = network(HeadType.SEPARABLE);

        assertThatThrownBy(() -> start(HeadStart.BY_CLASS, network, tensors(6)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.problems())
                                .hasSize(4)
                                .allSatisfy(problem -> assertThat(problem.remedy())
                                        .endsWith("or draw what predicts: training.initial-heads: filters")));
    }

    @Test
    void filtersOfOtherMapsAreRefused() {
        Map<String, HostTensor> tensors = tensors(6);
        tensors.put("conv1_mbox_loc_dw.weight", HostTensor.filled(0.5f, 2 * CHANNELS, 1, 3, 3));

        assertThatThrownBy(() -> start(HeadStart.FILTERS, network(HeadType.SEPARABLE), tensors))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("tensor conv1_mbox_loc_dw.weight has shape (32, 1, 3, 3)")
                .hasMessageEndingWith("or draw the heads: training.initial-heads: drawn");
    }

    private InitialWeights.Outcome start(HeadStart heads, DetectorNetwork network, Map<String, HostTensor> tensors) {
        Path file = ImportedWeights.write(folder.resolve("weights.safetensors"), tensors, ImportedWeights.note(KNOWN));
        return new InitialWeights(file, heads, Map.of()).into(network, CLASSES, ImportedWeights.PIXELS);
    }

    private DetectorNetwork network(HeadType heads) {
        DetectorLayout layout = DetectorLayout.of(
                        new TinyBackbone(), GridPriors.ofSide(0.3f), new InputSize(16, 16), Set.of())
                .withHeads(new HeadDesign(heads, Optional.empty()));
        return DetectorNetwork.create(new TinyBackbone(), layout, CLASSES.size(), manager, new SplittableRandom(1));
    }

    /** Of separable heads with so many boxes a cell. */
    private static Map<String, HostTensor> tensors(int boxes) {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        tensors.put("conv1.weight", HostTensor.filled(0.5f, CHANNELS, 3, 4, 4));
        tensors.put("conv1.bias", HostTensor.filled(0.5f, CHANNELS));
        int[] rows = {4 * boxes, (1 + KNOWN.size()) * boxes};
        for (int half = 0; half < rows.length; half++) {
            String name = List.of("conv1_mbox_loc", "conv1_mbox_conf").get(half);
            tensors.put(name + "_dw.weight", HostTensor.filled(0.5f, CHANNELS, 1, 3, 3));
            for (String vector : List.of("weight", "bias", "running_mean", "running_var")) {
                tensors.put(name + "_dw_bn." + vector, HostTensor.filled(0.5f, CHANNELS));
            }
            tensors.put(name + ".weight", HostTensor.filled(0.5f, rows[half], CHANNELS, 1, 1));
            tensors.put(name + ".bias", HostTensor.filled(0.5f, rows[half]));
        }
        return tensors;
    }

    private static Map<String, float[]> values(DetectorNetwork network) {
        Map<String, float[]> values = new LinkedHashMap<>();
        network.tensors()
                .forEach((name, rows) -> values.put(
                        name,
                        rows.read(network.parameters().get(rows.parameter()).getArray())));
        return values;
    }
}
