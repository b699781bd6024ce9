package io.ssdlab.core.plugin.toy;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/** The first object that overlaps enough. */
public final class ToyMatcher implements Matcher {

    /** Its settings. */
    public record Config(
            @Setting(value = "Least IoU of a match.", defaultsTo = "0.5", min = 0, max = 1)
            double threshold,

            @Setting(value = "Priors left out of an image at most.", defaultsTo = "0", min = 0)
            int ignored)
            implements ComponentConfig {}

    private final Config config;

    @Inject
    public ToyMatcher(Config config) {
        this.config = config;
    }

    @Override
    public Matching match(PriorBoxes priors, List<GroundTruth> groundTruths) {
        int[] assignments = new int[priors.size()];
        Arrays.fill(assignments, Matching.BACKGROUND);
        for (int prior = 0; prior < assignments.length; prior++) {
            for (int object = groundTruths.size() - 1; object >= 0; object--) {
                if (priors.box(prior)
                                .intersectionOverUnion(groundTruths.get(object).box())
                        >= config.threshold()) {
                    assignments[prior] = object;
                }
            }
        }
        return new Matching(assignments);
    }
}
