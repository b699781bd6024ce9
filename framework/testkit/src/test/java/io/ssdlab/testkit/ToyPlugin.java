package io.ssdlab.testkit;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;
import io.ssdlab.spi.Setting;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A plugin with nothing wrong, with settings of every type that files can express. */
public final class ToyPlugin implements Plugin {

    /** What a toy can be. */
    public enum Colour {
        DARK_RED,
        BLUE
    }

    /** Settings within settings. */
    public record Part(
            @Setting(value = "A number that must be given.", min = 0, aboveMin = true, max = 1)
            double share,

            @Setting("A number that may be given.") Optional<Integer> count) {}

    /** Settings of every type. */
    public record ToyConfig(
            @Setting(value = "A number.", defaultsTo = "0.5", min = 0, max = 1)
            double leastIou,

            @Setting("A text.") String text,
            @Setting("A constant.") Colour colour,
            @Setting("A path.") Path file,
            @Setting("A path that may be given.") Optional<Path> folder,
            @Setting(value = "A whole number.", min = 3) long count,

            @Setting(value = "Yes or no.", defaultsTo = "no")
            boolean flag,

            @Setting(value = "Numbers in lists.", defaultsTo = "[[1, 2], []]", min = 0)
            List<List<Double>> lists,

            @Setting("A map of settings.") Part part,

            @Setting(value = "Maps of settings.", defaultsTo = "[{share: 0.5}]")
            List<Part> parts)
            implements ComponentConfig {}

    /** Built from its settings and the experiment's values. */
    public static final class ToyMatcher implements Matcher {

        private final Matcher matcher = new PlainMatcher();

        @Inject
        public ToyMatcher(ToyConfig config, InputSize input) {
            if (config.leastIou() > 0.9 || input.width() < 1) {
                throw new IllegalArgumentException("least-iou is above 0.9: choose less");
            }
        }

        @Override
        public Matching match(PriorBoxes priors, List<GroundTruth> groundTruths) {
            return matcher.match(priors, groundTruths);
        }
    }

    /** Without settings. */
    public static final class BareMatcher implements Matcher {

        @Inject
        public BareMatcher() {}

        @Override
        public Matching match(PriorBoxes priors, List<GroundTruth> groundTruths) {
            return new PlainMatcher().match(priors, groundTruths);
        }
    }

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public void contribute(Contributions contributions) {
        contributions
                .matcher("toy", ToyMatcher.class)
                .matcher("bare", BareMatcher.class)
                .variants("toy-variant")
                .recipes("toy-recipe");
    }
}
