package io.ssdlab.testkit;

import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.Preprocessing.ChannelOrder;
import io.ssdlab.spi.weights.TensorRule;
import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.spi.weights.WeightsSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class WeightsConversionContractTest {

    private static final Preprocessing PIXELS = new Preprocessing(ChannelOrder.RGB, 104, 117, 123, 1);

    private static final WeightsSheet DETECTOR = new WeightsSheet(
            "A detector of circles",
            "drawn here",
            "CC0-1.0",
            "safetensors",
            PIXELS,
            List.of("circle", "square"),
            "{recipe: circles, detection: {scores: sigmoid}}");

    private static final WeightsSheet BACKBONE = new WeightsSheet(
            "A backbone",
            "drawn here",
            "CC0-1.0",
            "mxnet",
            new Preprocessing(ChannelOrder.BGR, 0, 0, 0, 1),
            List.of(),
            "");

    private static final List<TensorRule> RULES = List.of(
            TensorRule.same("conv1.weight", "first/weights"),
            TensorRule.changed("conv1.bias", "first/biases", biases -> biases.each(bias -> 2 * bias)),
            TensorRule.changed("conv2.bias", "first/biases", UnaryOperator.identity()));

    private record Given(WeightsSheet sheet, List<TensorRule> rules, List<String> unused)
            implements WeightsConversion {}

    /** The contract of a conversion. */
    private abstract static class Tested extends WeightsConversionContract {

        private final WeightsConversion conversion;

        Tested(WeightsConversion conversion) {
            this.conversion = conversion;
        }

        @Override
        protected WeightsConversion conversion() {
            return conversion;
        }
    }

    private static Given detector(WeightsSheet sheet) {
        return new Given(sheet, RULES, List.of("second/*", "*/Momentum"));
    }

    private static Given ruled(TensorRule... rules) {
        return new Given(DETECTOR, List.of(rules), List.of());
    }

    private static WeightsSheet sheet(String title, String source, String licence, String format) {
        return new WeightsSheet(title, source, licence, format, PIXELS, DETECTOR.classes(), DETECTOR.settings());
    }

    private static WeightsSheet sheet(List<String> classes, String settings) {
        return new WeightsSheet("What", "Whence", "CC0-1.0", "caffe", PIXELS, classes, settings);
    }

    private static WeightsSheet seeing(Preprocessing pixels) {
        return new WeightsSheet("What", "Whence", "CC0-1.0", "caffe", pixels, List.of(), "");
    }

    private static void assertEachFailsOnly(String test, List<Class<? extends Tested>> flawed) {
        flawed.forEach(one -> ContractRun.of(one).assertFailsOnly(test));
    }

    static class GoodDetector extends Tested {
        GoodDetector() {
            super(detector(DETECTOR));
        }
    }

    static class GoodBackbone extends Tested {
        GoodBackbone() {
            super(new Given(BACKBONE, RULES, List.of()));
        }
    }

    @Test
    void goodConversionsPass() {
        ContractRun.of(GoodDetector.class).assertPasses();
        ContractRun.of(GoodBackbone.class).assertPasses();
    }

    static class NoTitle extends Tested {
        NoTitle() {
            super(detector(sheet(" ", "Whence", "CC0-1.0", "caffe")));
        }
    }

    static class NoSource extends Tested {
        NoSource() {
            super(detector(sheet("What", "", "CC0-1.0", "caffe")));
        }
    }

    static class NoLicence extends Tested {
        NoLicence() {
            super(detector(sheet("What", "Whence", "\t", "caffe")));
        }
    }

    @Test
    void aSheetThatTellsNothingIsFound() {
        assertEachFailsOnly("theSheetSaysWhatTheseWeightsAre", List.of(NoTitle.class, NoSource.class, NoLicence.class));
    }

    static class UnknownFormat extends Tested {
        UnknownFormat() {
            super(detector(sheet("What", "Whence", "CC0-1.0", "pickle")));
        }
    }

    @Test
    void anUnknownFormatIsFound() {
        assertEachFailsOnly("theFormatIsOneThatCanBeRead", List.of(UnknownFormat.class));
    }

    static class MeanThatIsNoNumber extends Tested {
        MeanThatIsNoNumber() {
            super(detector(seeing(new Preprocessing(ChannelOrder.RGB, 104, Float.NaN, 123, 1))));
        }
    }

    static class BlackPixels extends Tested {
        BlackPixels() {
            super(detector(seeing(new Preprocessing(ChannelOrder.RGB, 104, 117, 123, 0))));
        }
    }

    @Test
    void pixelsThatCannotBeAreFound() {
        assertEachFailsOnly("theNetworkSeesPixels", List.of(MeanThatIsNoNumber.class, BlackPixels.class));
    }

    static class OneClassTwice extends Tested {
        OneClassTwice() {
            super(detector(sheet(List.of("circle", "circle"), "recipe: circles")));
        }
    }

    static class ClassWithoutName extends Tested {
        ClassWithoutName() {
            super(detector(sheet(List.of("circle", ""), "recipe: circles")));
        }
    }

    @Test
    void classesOfTheSameOrNoNameAreFound() {
        assertEachFailsOnly("classesHaveNamesOfTheirOwn", List.of(OneClassTwice.class, ClassWithoutName.class));
    }

    static class ClassesAlone extends Tested {
        ClassesAlone() {
            super(detector(sheet(List.of("circle"), "")));
        }
    }

    static class SettingsAlone extends Tested {
        SettingsAlone() {
            super(detector(sheet(List.of(), "recipe: circles")));
        }
    }

    @Test
    void halfADetectorIsFound() {
        assertEachFailsOnly(
                "aDetectorHasClassesAndSettingsABackboneNeither", List.of(ClassesAlone.class, SettingsAlone.class));
    }

    static class SettingsOfTraining extends Tested {
        SettingsOfTraining() {
            super(detector(sheet(List.of("circle"), "{recipe: circles, training: {batch: 2}}")));
        }
    }

    static class SettingsThatAreAWord extends Tested {
        SettingsThatAreAWord() {
            super(detector(sheet(List.of("circle"), "circles")));
        }
    }

    static class SettingsThatAreNoYaml extends Tested {
        SettingsThatAreNoYaml() {
            super(detector(sheet(List.of("circle"), "{recipe: ")));
        }
    }

    @Test
    void settingsOfSomethingElseAreFound() {
        assertEachFailsOnly(
                "settingsAreThoseOfADetector",
                List.of(SettingsOfTraining.class, SettingsThatAreAWord.class, SettingsThatAreNoYaml.class));
    }

    static class NoRules extends Tested {
        NoRules() {
            super(new Given(DETECTOR, List.of(), List.of()));
        }
    }

    static class TwoRulesForATensor extends Tested {
        TwoRulesForATensor() {
            super(ruled(TensorRule.same("conv1.bias", "a"), TensorRule.same("conv1.bias", "b")));
        }
    }

    static class TargetWithoutName extends Tested {
        TargetWithoutName() {
            super(ruled(TensorRule.same("", "a")));
        }
    }

    static class SourceWithoutName extends Tested {
        SourceWithoutName() {
            super(ruled(TensorRule.same("conv1.bias", " ")));
        }
    }

    @Test
    void rulesThatCannotBeAreFound() {
        assertEachFailsOnly(
                "everyTensorComesFromOnePlace",
                List.of(NoRules.class, TwoRulesForATensor.class, TargetWithoutName.class, SourceWithoutName.class));
    }

    static class EverythingUnused extends Tested {
        EverythingUnused() {
            super(new Given(DETECTOR, RULES, List.of("second/*", "*")));
        }
    }

    static class OneSourceUnused extends Tested {
        OneSourceUnused() {
            super(new Given(DETECTOR, RULES, List.of("second/*", "first/biases")));
        }
    }

    static class SomeSourceUnused extends Tested {
        SomeSourceUnused() {
            super(new Given(DETECTOR, RULES, List.of("f*b*s")));
        }
    }

    @Test
    void patternsOverWhatIsTakenAreFound() {
        assertEachFailsOnly(
                "whatIsTakenIsNotCalledUnused",
                List.of(EverythingUnused.class, OneSourceUnused.class, SomeSourceUnused.class));
    }

    /** Collects its rules in a field. */
    private static final class GrowingConversion implements WeightsConversion {

        private final List<TensorRule> rules = new ArrayList<>();

        @Override
        public WeightsSheet sheet() {
            return DETECTOR;
        }

        @Override
        public List<TensorRule> rules() {
            rules.add(TensorRule.same("conv%d.weight".formatted(rules.size()), "weights"));
            return List.copyOf(rules);
        }
    }

    static class Growing extends Tested {
        Growing() {
            super(new GrowingConversion());
        }
    }

    @Test
    void rulesThatChangeAreFound() {
        assertEachFailsOnly("saysTheSameEachTime", List.of(Growing.class));
    }
}
