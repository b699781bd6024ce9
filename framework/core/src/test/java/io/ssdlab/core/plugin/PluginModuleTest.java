package io.ssdlab.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.core.plugin.toy.ToyLoss;
import io.ssdlab.core.plugin.toy.ToyMatcher;
import io.ssdlab.core.plugin.toy.ToyPlugin;
import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Plugin;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PluginModuleTest {

    private record OtherPlugin(String name, Consumer<Contributions> contribution) implements Plugin {
        @Override
        public void contribute(Contributions contributions) {
            contribution.accept(contributions);
        }
    }

    /** A matcher that nothing can inject. */
    public static final class UnannotatedMatcher implements Matcher {
        @Override
        public Matching match(PriorBoxes priors, List<GroundTruth> groundTruths) {
            return new Matching(new int[priors.size()]);
        }
    }

    /** A matcher whose settings hide the component's name. */
    public static final class HidingMatcher implements Matcher {
        record Config(String use) implements ComponentConfig {}

        private final Config config;

        @Inject
        public HidingMatcher(Config config) {
            this.config = config;
        }

        @Override
        public Matching match(PriorBoxes priors, List<GroundTruth> groundTruths) {
            return new Matching(new int[priors.size() + config.use().length()]);
        }
    }

    private static ComponentRegistry registry(Plugin... plugins) {
        return ComponentRegistry.injector(
                        List.of(plugins).stream().map(InstalledPlugin::of).toList())
                .getInstance(ComponentRegistry.class);
    }

    @Test
    void collectsEveryKindOfComponent() {
        ComponentRegistry registry = registry(new ToyPlugin());

        assertThat(registry.all())
                .extracting(component -> component.kind() + " " + component.name())
                .containsExactly(
                        "backbone toy-net",
                        "prior-boxes toy-grid",
                        "matcher toy-iou",
                        "loss toy-absolute",
                        "augmenter toy-brighten",
                        "augmenter toy-mirror",
                        "dataset toy-blank",
                        "metric toy-recall");
        assertThat(registry.find(ComponentKind.MATCHER, "toy-iou").orElseThrow().config())
                .contains(ToyMatcher.Config.class);
        assertThat(registry.find(ComponentKind.LOSS, "toy-absolute")
                        .orElseThrow()
                        .config())
                .isEmpty();
        assertThat(registry.find(ComponentKind.LOSS, "toy-iou")).isEmpty();
    }

    @Test
    void letsTwoKindsShareAName() {
        ComponentRegistry registry = registry(
                new OtherPlugin("other", c -> c.loss("same", ToyLoss.class).matcher("same", ToyMatcher.class)));

        assertThat(registry.find(ComponentKind.LOSS, "same")).isPresent();
        assertThat(registry.find(ComponentKind.MATCHER, "same")).isPresent();
    }

    @Test
    void refusesNamesHeldTwiceNamingBothHolders() {
        assertThatThrownBy(() -> registry(
                        new ToyPlugin(),
                        new OtherPlugin(
                                "other",
                                c -> c.matcher("toy-iou", ToyMatcher.class)
                                        .variants("toy-square")
                                        .recipes("toy-paper"))))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems())
                                .hasSize(3)
                                .allSatisfy(problem -> {
                                    assertThat(problem.where()).startsWith("plugin other unversioned (file:");
                                    assertThat(problem.what()).contains("taken by plugin toy unversioned (file:");
                                })
                                .extracting(problem -> problem.what().substring(0, 25))
                                .containsExactly(
                                        "the name matcher toy-iou ",
                                        "the name variant toy-squa",
                                        "the name recipe toy-paper"));
    }

    @Test
    void reportsEverythingThatPluginsDoWrong() {
        assertThatThrownBy(() -> registry(
                        new OtherPlugin(
                                "one",
                                c -> c.matcher("Not_Kebab", ToyMatcher.class)
                                        .matcher("unannotated", UnannotatedMatcher.class)
                                        .matcher("abstract", Matcher.class)
                                        .matcher("hiding", HidingMatcher.class)
                                        .variants("../../escape")
                                        .recipes("../escape")),
                        new OtherPlugin("two", c -> {
                            throw new IllegalStateException("no native library");
                        })))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems()).hasSize(7))
                .hasMessageContaining("'Not_Kebab' of a matcher is not in kebab case")
                .hasMessageContaining("UnannotatedMatcher is abstract or has 0 constructors")
                .hasMessageContaining("matcher abstract")
                .hasMessageContaining("without a component named use")
                .hasMessageContaining("'../../escape' of a variant")
                .hasMessageContaining("'../escape' of a recipe")
                .hasMessageContaining("plugin two")
                .hasMessageContaining("no native library");
    }

    @Test
    void unknownNamesComeWithTheNearestAndThePlugins() {
        assertThat(registry(new ToyPlugin())
                        .unknown(ComponentKind.AUGMENTER, "toy-miror", "f:1:2")
                        .toString())
                .isEqualTo("f:1:2: there is no augmenter named toy-miror\n    did you mean toy-mirror? known are:"
                        + " toy-brighten, toy-mirror (plugins: toy)");
        assertThat(registry().unknown(ComponentKind.LOSS, "x", "f").remedy())
                .isEqualTo("known are: there is none (no plugin is installed)");
    }
}
