package io.ssdlab.cli.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.ExperimentFile;
import io.ssdlab.core.experiment.ModelComponents;
import io.ssdlab.core.experiment.ModelSettings;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.spi.weights.WeightsSheet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings that weights bring along come to. */
class InstalledWeightsTest {

    private static final InstalledWeights WEIGHTS = new InstalledWeights();

    @Test
    void allAreThere() {
        assertThat(WEIGHTS.names())
                .containsExactly(
                        "ssd300-coco-caffe",
                        "ssd300-voc-caffe",
                        "ssd512-coco-caffe",
                        "ssd512-voc-caffe",
                        InstalledWeights.SSDLITE,
                        "vgg16-keras",
                        "vgg16-reduced-caffe",
                        "vgg16-reduced-mxnet",
                        "vgg16-torchvision");
    }

    /** Prior boxes as in the paper's Table 1 and, of COCO, by the original's scripts; SSDLite's are TensorFlow's 1917. */
    @ParameterizedTest
    @CsvSource({
        "ssd300-voc-caffe, 8732, 20",
        "ssd300-coco-caffe, 8732, 80",
        "ssd512-voc-caffe, 24564, 20",
        "ssd512-coco-caffe, 24564, 80",
        InstalledWeights.SSDLITE + ", 1917, 80"
    })
    void detectorsCanBeBuiltAndSeeThePixelsOfTheirWeights(String name, int priors, int classes) {
        WeightsSheet sheet = WEIGHTS.named(name).sheet();
        ModelSettings model = WEIGHTS.settings(name).model();

        DetectorLayout layout = ModelComponents.of(WEIGHTS.plugins(), model).layout(model);

        assertThat(layout.priors().size()).isEqualTo(priors);
        assertThat(sheet.classes()).hasSize(classes);
        Preprocessing given = model.pixels();
        Preprocessing wanted = sheet.preprocessing();
        assertThat(given.channelOrder()).isEqualTo(wanted.channelOrder());
        assertThat(List.of(given.meanBlue(), given.meanGreen(), given.meanRed()))
                .containsExactly(wanted.meanBlue(), wanted.meanGreen(), wanted.meanRed());
        assertThat(given.scale()).isEqualTo(wanted.scale(), within(1e-8f));
    }

    /** The experiments that score the weights as they are say the same of their network as the file does. */
    @ParameterizedTest
    @ValueSource(strings = {"ssdlite-coco128", "ssdlite-voc2012-mini"})
    void experimentsHaveTheNetworkOfTheirWeights(String name) {
        Path folder = Path.of("").toAbsolutePath();
        Experiment experiment = ExperimentFile.load(
                        folder.resolve("../../experiments/pretrained/" + name + ".yaml"),
                        List.of(),
                        WEIGHTS.plugins().getInstance(ComponentRegistry.class),
                        folder,
                        Map.of())
                .base();

        assertThat(experiment.model())
                .isEqualTo(WEIGHTS.settings(InstalledWeights.SSDLITE).model());
        assertThat(experiment.detection().scores())
                .isEqualTo(
                        WEIGHTS.settings(InstalledWeights.SSDLITE).detection().scores());
    }

    @Test
    void theOthersAreBackbones() {
        assertThat(WEIGHTS.names().stream().map(WEIGHTS::named).map(WeightsConversion::sheet))
                .filteredOn(sheet -> sheet.settings().isBlank())
                .extracting(WeightsSheet::format)
                .containsExactlyInAnyOrder("caffe", "mxnet", "keras-h5", "safetensors");
    }
}
