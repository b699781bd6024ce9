package io.ssdlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ssdlab.core.data.GridPriors;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.HeadDesign;
import io.ssdlab.core.model.HeadType;
import io.ssdlab.core.model.NetworkDesign;
import io.ssdlab.core.model.NormalisedBackbone;
import io.ssdlab.core.weights.TensorPattern;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.model.InputSize;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Groups are found before any engine is loaded. */
class GroupedParametersTest {

    private final NetworkDesign design = design(new NormalisedBackbone(), HeadType.CONVOLUTION);

    @Test
    void theFirstGroupThatMatchesTakesATensor() {
        GroupedParameters groups = GroupedParameters.of(
                List.of(slowed("stem", 0.1, "conv1.*"), slowed("backbone", 0.5, "conv*")), withSeparableHeads());

        assertThat(groups.learningRate("conv1.weight")).isEqualTo(0.1);
        assertThat(groups.learningRate("conv2_bn.bias")).isEqualTo(0.5);
        assertThat(groups.weightDecay("conv1.weight")).isEqualTo(1);
    }

    @Test
    void whatIsInNoGroupIsTrainedAsTheRest() {
        GroupedParameters groups = GroupedParameters.of(List.of(slowed("stem", 0.1, "conv1.*")), design);

        assertThat(groups.learningRate("conv2.weight")).isEqualTo(1);
        assertThat(groups.learningRate("conv2_mbox.weight")).isEqualTo(1);
    }

    @Test
    void headsOfOneConvolutionAreOneParameter() {
        GroupedParameters groups = GroupedParameters.of(List.of(slowed("heads", 10, "*_mbox_*")), design);

        assertThat(groups.learningRate("conv2_mbox.weight")).isEqualTo(10);
        assertThat(problems(slowed("logits", 10, "*_mbox_conf.*")))
                .containsExactly(
                        "file:3:5: the group logits has conv2_mbox_conf.weight and not conv2_mbox_loc.weight, but"
                                + " the two are one parameter, conv2_mbox.weight");
        assertThat(GroupedParameters.of(List.of(slowed("logits", 10, "*_mbox_conf.*")), withSeparableHeads())
                        .learningRate("conv2_mbox_conf.weight"))
                .isEqualTo(10);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThat(problems(
                        slowed("one", 1, "conv1_bm.*", "conv2.*"),
                        slowed("two", 1, "conv2.weight"),
                        slowed("three", 1, "x")))
                .containsExactly(
                        "file:3:5: the group one: no tensor is called conv1_bm.*",
                        "file:3:5: the group two: all tensors called conv2.weight are in one already",
                        "file:3:5: the group three: no tensor is called x");
    }

    @Test
    void aPatternThatMatchesNothingIsToldWhatIsNear() {
        assertThatThrownBy(() -> GroupedParameters.of(List.of(slowed("one", 1, "conv1_bm.*")), design))
                .hasMessageContaining("did you mean conv1_bn.*");
        assertThatThrownBy(() -> GroupedParameters.of(List.of(slowed("one", 1, "layer1.0.conv1.*")), design))
                .hasMessageContaining("the tensors are conv1.weight, conv1_bn.weight, ")
                .hasMessageContaining(" and 8 more");
    }

    @Test
    void somethingIsLeftToLearn() {
        assertThat(problems(frozen("all", "*"))).containsExactly("file:3:5: every parameter is frozen");
    }

    @Test
    void statisticsAreFrozenTogetherAndWhereThereAreSome() {
        assertThat(problems(statistics("means", "*.running_mean")))
                .containsExactly(
                        "file:3:5: conv1_bn.running_mean is frozen, but not all of conv1_bn.running_mean and"
                                + " conv1_bn.running_var",
                        "file:3:5: conv2_bn.running_mean is frozen, but not all of conv2_bn.running_mean and"
                                + " conv2_bn.running_var");
        assertThat(problems(statistics("heads", "*_mbox_*")))
                .containsExactly("file:3:5: the group heads has no running statistics to freeze");
    }

    @Test
    void statisticsOfTheLibrarysBlockCannotBeFrozen() {
        NetworkDesign other = design(new NormalisedBackbone(true), HeadType.CONVOLUTION);
        for (ParameterGroup group :
                List.of(frozen("one", "conv1_bn.weight", "conv1_bn.bias"), statistics("one", "conv1*"))) {
            assertThatThrownBy(() -> GroupedParameters.of(List.of(group), other))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("conv1_bn.running_mean and conv1_bn.running_var are the statistics of a"
                            + " ai.djl.nn.norm.BatchNorm, which cannot be frozen")
                    .hasMessageContaining("io.ssdlab.spi.model.BatchNormalisation");
        }
        assertThat(GroupedParameters.of(List.of(frozen("one", "conv1.*")), other)
                        .learningRate("conv1.weight"))
                .isEqualTo(1);
    }

    private List<String> problems(ParameterGroup... groups) {
        return catchThrowableOfType(InvalidInputException.class, () -> GroupedParameters.of(List.of(groups), design))
                .problems()
                .stream()
                .map(GroupedParametersTest::line)
                .toList();
    }

    private static String line(Problem problem) {
        return problem.where() + ": " + problem.what();
    }

    private static ParameterGroup slowed(String name, double rate, String... patterns) {
        return group(name, rate, false, false, patterns);
    }

    private static ParameterGroup frozen(String name, String... patterns) {
        return group(name, 1, true, false, patterns);
    }

    private static ParameterGroup statistics(String name, String... patterns) {
        return group(name, 1, false, true, patterns);
    }

    private static ParameterGroup group(
            String name, double rate, boolean frozen, boolean statistics, String... patterns) {
        return new ParameterGroup(
                name, "file:3:5", Stream.of(patterns).map(TensorPattern::new).toList(), rate, 1, frozen, statistics);
    }

    private static NetworkDesign withSeparableHeads() {
        return design(new NormalisedBackbone(), HeadType.SEPARABLE);
    }

    private static NetworkDesign design(NormalisedBackbone backbone, HeadType heads) {
        DetectorLayout layout = DetectorLayout.of(backbone, GridPriors.ofSide(0.35f), new InputSize(16, 16), Set.of())
                .withHeads(new HeadDesign(heads, Optional.empty()));
        return NetworkDesign.of(backbone, layout, 2, new SplittableRandom(1));
    }
}
