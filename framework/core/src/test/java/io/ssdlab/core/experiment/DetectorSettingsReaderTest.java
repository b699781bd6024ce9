package io.ssdlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.core.detect.ScoreFunction;
import io.ssdlab.core.model.HeadType;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import io.ssdlab.core.plugin.toy.ToyPlugin;
import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Plugin;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing.ChannelOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectorSettingsReaderTest {

    private static final String MODEL = """
            model:
              input: {width: 64, height: 32}
              preprocessing: {channel-order: rgb, mean: [127.5, 127.5, 127.5], scale: 0.0078125}
              backbone: {use: toy-net, channels: 4}
              heads: separable
              priors: toy-grid
            """;

    private final ComponentRegistry registry = ComponentRegistry.injector(
                    List.of(InstalledPlugin.of(new ToyPlugin()), InstalledPlugin.of(new Recipes())))
            .getInstance(ComponentRegistry.class);

    /** A recipe with a whole model. */
    static final class Recipes implements Plugin {

        @Override
        public String name() {
            return "toy-recipes";
        }

        @Override
        public void contribute(Contributions toy) {
            toy.recipes("toy-detector");
        }
    }

    private DetectorSettings read(String yaml) {
        return new DetectorSettingsReader(registry).read(yaml, "toy.safetensors");
    }

    @Test
    void readsModelAndDetection() {
        DetectorSettings settings = read(MODEL + "detection: {scores: sigmoid, iou-threshold: 0.6}");

        assertThat(settings.model().inputSize()).isEqualTo(new InputSize(64, 32));
        assertThat(settings.model().pixels().channelOrder()).isEqualTo(ChannelOrder.RGB);
        assertThat(settings.model().pixels().scale()).isEqualTo(0.0078125f);
        assertThat(settings.model().headDesign().type()).isEqualTo(HeadType.SEPARABLE);
        assertThat(settings.model().backbone().name()).isEqualTo("toy-net");
        assertThat(settings.detection().scores()).contains(ScoreFunction.SIGMOID);
        assertThat(settings.detection().iouThreshold()).isEqualTo(0.6);
        assertThat(settings.detection().detectionsPerImage()).as("default").isEqualTo(200);
    }

    @Test
    void detectionHasDefaults() {
        assertThat(read(MODEL).detection().scoreThreshold()).isEqualTo(0.01);
    }

    @Test
    void takesModelAndDetectionOfARecipe() {
        DetectorSettings settings = read("recipe: toy-detector");

        assertThat(settings.model().inputSize()).isEqualTo(new InputSize(48, 48));
        assertThat(settings.detection().iouThreshold()).isEqualTo(0.3);
    }

    @Test
    void whatIsGivenLiesOverTheRecipe() {
        DetectorSettings settings =
                read("{recipe: toy-detector, model: {input: {width: 96}}, detection: {score-threshold: 0.5}}");

        assertThat(settings.model().inputSize()).isEqualTo(new InputSize(96, 48));
        assertThat(settings.detection().iouThreshold()).isEqualTo(0.3);
        assertThat(settings.detection().scoreThreshold()).isEqualTo(0.5);
    }

    @Test
    void namesWhatIsNearestToAnUnknownKey() {
        assertRefused(MODEL.replace("heads:", "haeds:"), "toy.safetensors:5:3", "unknown key haeds", "heads");
        assertRefused(MODEL + "detections: {}", "toy.safetensors:7:1", "detections", "detection");
        assertRefused(MODEL.replace("toy-net", "toy-nett"), "toy-nett", "toy-net");
        assertRefused("recipe: toy-detectr", "toy.safetensors:1:9", "toy-detectr", "toy-detector");
    }

    @Test
    void settingsOfTrainingAreNoneOfADetector() {
        assertRefused(MODEL + "training: {batch: 2}", "toy.safetensors:7:1", "unknown key training");
    }

    @Test
    void whatIsNoMapIsRefused() {
        for (String text : List.of("3", "[recipe]", "{recipe: [toy-detector]}", "{model: 3}", "{model: ", "")) {
            assertRefused(text, "toy.safetensors");
        }
    }

    private void assertRefused(String yaml, String... named) {
        assertThatThrownBy(() -> read(yaml))
                .as(yaml)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(named);
    }
}
