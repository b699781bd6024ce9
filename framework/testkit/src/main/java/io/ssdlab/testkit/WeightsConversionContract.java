package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.YamlReader;
import io.ssdlab.core.weights.TensorPattern;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.weights.TensorRule;
import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.spi.weights.WeightsSheet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link WeightsConversion} must hold to, without any file. Extend it:
 *
 * <pre>{@code
 * class MyConversionTest extends WeightsConversionContract {
 *     @Override
 *     protected WeightsConversion conversion() {
 *         return new MyConversion();
 *     }
 * }
 * }</pre>
 */
public abstract class WeightsConversionContract {

    private static final List<String> FORMATS = List.of("tensorflow-js", "caffe", "safetensors", "keras-h5", "mxnet");

    private static final List<String> SETTINGS = List.of("recipe", "model", "detection");

    /** The conversion to be tested; may be called often. */
    protected abstract WeightsConversion conversion();

    @Test
    void theSheetSaysWhatTheseWeightsAre() {
        WeightsSheet sheet = conversion().sheet();
        assertThat(sheet.title()).as("title").isNotBlank();
        assertThat(sheet.source()).as("source").isNotBlank();
        assertThat(sheet.licence()).as("licence").isNotBlank();
    }

    @Test
    void theFormatIsOneThatCanBeRead() {
        assertThat(conversion().sheet().format()).isIn(FORMATS);
    }

    @Test
    void theNetworkSeesPixels() {
        Preprocessing pixels = conversion().sheet().preprocessing();
        assertThat(List.of(pixels.meanBlue(), pixels.meanGreen(), pixels.meanRed()))
                .as("means of blue, green and red")
                .allMatch(Float::isFinite);
        assertThat(pixels.scale()).as("scale").isFinite().isNotZero();
    }

    @Test
    void classesHaveNamesOfTheirOwn() {
        assertThat(conversion().sheet().classes()).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }

    @Test
    void aDetectorHasClassesAndSettingsABackboneNeither() {
        WeightsSheet sheet = conversion().sheet();
        assertThat(sheet.settings().isBlank())
                .as("settings that are blank, of %d classes", sheet.classes().size())
                .isEqualTo(sheet.classes().isEmpty());
    }

    @Test
    void settingsAreThoseOfADetector() {
        String settings = conversion().sheet().settings();
        if (!settings.isBlank()) {
            ConfigNode tree = new YamlReader().read("settings", settings);
            assertThat(tree.isMap()).as("a map, not: " + settings).isTrue();
            assertThat(tree.without("recipe")
                            .without("model")
                            .without("detection")
                            .children())
                    .as("settings beside " + SETTINGS)
                    .isEmpty();
        }
    }

    @Test
    void everyTensorComesFromOnePlace() {
        List<TensorRule> rules = conversion().rules();
        assertThat(rules).isNotEmpty();
        assertThat(rules).extracting(TensorRule::target).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(rules).extracting(TensorRule::source).noneMatch(String::isBlank);
    }

    @Test
    void whatIsTakenIsNotCalledUnused() {
        List<String> taken =
                conversion().rules().stream().map(TensorRule::source).toList();
        assertThat(conversion().unused())
                .allSatisfy(glob -> assertThat(taken)
                        .as("taken, though %s is unused", glob)
                        .noneMatch(new TensorPattern(glob)::matches));
    }

    @Test
    void saysTheSameEachTime() {
        WeightsConversion conversion = conversion();
        assertThat(conversion.sheet()).isEqualTo(conversion.sheet());
        assertThat(conversion.unused()).isEqualTo(conversion.unused());
        assertThat(ways(conversion)).isEqualTo(ways(conversion));
    }

    /** Without what is done to the tensors: functions cannot be compared. */
    private static List<String> ways(WeightsConversion conversion) {
        return conversion.rules().stream()
                .map(rule -> rule.target() + " from " + rule.source())
                .toList();
    }
}
