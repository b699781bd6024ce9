package io.ssdlab.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.core.plugin.toy.ToyMatcher;
import io.ssdlab.core.plugin.toy.ToyPlugin;
import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Plugin;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import jakarta.inject.Inject;
import java.nio.file.FileSystem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComponentFactoryTest {

    /** Asks for what the framework does not inject. */
    public static final class GreedyMatcher implements Matcher {
        private final FileSystem files;

        @Inject
        public GreedyMatcher(FileSystem files) {
            this.files = files;
        }

        @Override
        public Matching match(PriorBoxes priors, List<GroundTruth> groundTruths) {
            return new Matching(new int[files.isOpen() ? priors.size() : 0]);
        }
    }

    /** Offers it. */
    public static final class GreedyPlugin implements Plugin {
        @Override
        public String name() {
            return "greedy";
        }

        @Override
        public void contribute(Contributions contributions) {
            contributions.matcher("greedy", GreedyMatcher.class);
        }
    }

    private final ComponentFactory factory = new ComponentFactory(ComponentRegistry.injector(
            List.of(InstalledPlugin.of(new ToyPlugin()), InstalledPlugin.of(new GreedyPlugin()))));

    private static ComponentChoice matcher(double threshold) {
        return new ComponentChoice(
                ComponentKind.MATCHER, "toy-iou", Optional.of(new ToyMatcher.Config(threshold, 0)), "f:1:1");
    }

    @Test
    void letsTwoComponentsOfOneClassCoexist() {
        Matcher strict = factory.build(matcher(0.9), Matcher.class);
        Matcher lax = factory.build(matcher(0.3), Matcher.class);

        PriorBoxes priors = PriorBoxes.ofCorners(
                List.of(new PriorLayer("map", 1, 1, 1)), new float[] {0, 0, 1, 1}, PriorBoxes.Variances.ORIGINAL);
        List<GroundTruth> half = List.of(new GroundTruth(new CornerBox(0, 0, 0.5f, 1), 1, false));
        assertThat(strict.match(priors, half).positives()).isZero();
        assertThat(lax.match(priors, half).positives()).isEqualTo(1);
    }

    @Test
    void namesThePluginWhoseComponentAsksForMore() {
        assertThatThrownBy(() -> factory.build(
                        new ComponentChoice(ComponentKind.MATCHER, "greedy", Optional.empty(), "f:7:3"), Matcher.class))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("f:7:3: matcher greedy of plugin greedy")
                .hasMessageContaining("FileSystem");
    }

    @Test
    void refusesAnUnknownName() {
        assertThatThrownBy(() -> factory.build(
                        new ComponentChoice(ComponentKind.MATCHER, "toy-iuo", Optional.empty(), "f:7:3"),
                        Matcher.class))
                .hasMessageContaining("f:7:3: there is no matcher named toy-iuo")
                .hasMessageContaining("did you mean toy-iou?");
    }
}
