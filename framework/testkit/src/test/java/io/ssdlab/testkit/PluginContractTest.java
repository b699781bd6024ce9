package io.ssdlab.testkit;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;
import io.ssdlab.spi.Setting;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class PluginContractTest {

    static class Good extends PluginContract {
        @Override
        protected Plugin plugin() {
            return new ToyPlugin();
        }
    }

    @Test
    void aGoodPluginPasses() {
        ContractRun.of(Good.class).assertPasses();
    }

    /** A plugin that no service file names. */
    private record Unlisted(Consumer<Contributions> contents) implements Plugin {

        @Override
        public String name() {
            return "unlisted";
        }

        @Override
        public void contribute(Contributions contributions) {
            contents.accept(contributions);
        }
    }

    abstract static class OfUnlisted extends PluginContract {

        private final Consumer<Contributions> contents;

        OfUnlisted(Consumer<Contributions> contents) {
            this.contents = contents;
        }

        @Override
        protected Plugin plugin() {
            return new Unlisted(contents);
        }
    }

    static class NotListed extends OfUnlisted {
        NotListed() {
            super(contributions -> contributions.matcher("toy", ToyPlugin.BareMatcher.class));
        }
    }

    @Test
    void aMissingServiceFileIsFound() {
        ContractRun.of(NotListed.class).assertFailsOnly("isFoundByServiceLoader");
    }

    /** Settings without a word, in settings. */
    public record SilentPart(double share) {}

    /** Settings with a default out of range. */
    public record BadDefaultConfig(
            @Setting(value = "A share.", defaultsTo = "1.5", max = 1)
            double share) implements ComponentConfig {}

    /** Settings that say nothing. */
    public record SilentConfig(
            @Setting(value = "The parts.", defaultsTo = "[]")
            List<SilentPart> parts,

            @Setting(value = " ", defaultsTo = "1") int count)
            implements ComponentConfig {}

    /** Of a default that cannot be. */
    public record BadMatcher(BadDefaultConfig config) implements Matcher {

        @Inject
        public BadMatcher {}

        @Override
        public Matching match(PriorBoxes priors, List<GroundTruth> groundTruths) {
            return new PlainMatcher().match(priors, groundTruths);
        }
    }

    /** Cannot be injected: nothing gives it a thread. */
    public record AskingMatcher(SilentConfig config, Thread thread) implements Matcher {

        @Inject
        public AskingMatcher {}

        @Override
        public Matching match(PriorBoxes priors, List<GroundTruth> groundTruths) {
            return new PlainMatcher().match(priors, groundTruths);
        }
    }

    static class BadDefault extends OfUnlisted {
        BadDefault() {
            super(contributions -> contributions.matcher("bad", BadMatcher.class));
        }
    }

    @Test
    void aDefaultOutOfRangeIsFound() {
        ContractRun.of(BadDefault.class)
                .assertFailsOnly(
                        "isFoundByServiceLoader",
                        "defaultsBind",
                        "defaultsCanBeWrittenDown",
                        "everyKeyCanBeGiven",
                        "matcher bad");
    }

    static class Asking extends OfUnlisted {
        Asking() {
            super(contributions -> contributions.matcher("asking", AskingMatcher.class));
        }
    }

    @Test
    void whatCannotBeBuiltAndSettingsWithoutTextAreFound() {
        ContractRun.of(Asking.class)
                .assertFailsOnly("isFoundByServiceLoader", "everySettingSaysWhatItMeans", "matcher asking");
    }

    static class BadResources extends OfUnlisted {
        BadResources() {
            super(contributions -> contributions
                    .matcher("bare", ToyPlugin.BareMatcher.class)
                    .variants("toy-variant", "no-variant")
                    .recipes("toy-recipe", "no-recipe", "not-there"));
        }
    }

    @Test
    void variantsAndRecipesThatAreNoneAreFound() {
        ContractRun.of(BadResources.class)
                .assertFailsOnly("isFoundByServiceLoader", "everyVariantCanBeRead", "everyRecipeCanBeRead");
    }
}
