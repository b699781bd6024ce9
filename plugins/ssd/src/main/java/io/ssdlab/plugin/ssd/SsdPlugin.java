package io.ssdlab.plugin.ssd;

import io.ssdlab.plugin.ssd.loss.MultiBoxLoss;
import io.ssdlab.plugin.ssd.matching.BipartiteIouMatcher;
import io.ssdlab.plugin.ssd.prior.SsdPriorBoxGenerator;
import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;

/** The plugin {@code ssd}: the defaults of SSD. */
public final class SsdPlugin implements Plugin {

    @Override
    public String name() {
        return "ssd";
    }

    @Override
    public void contribute(Contributions ssd) {
        ssd.priorBoxes("ssd-priors", SsdPriorBoxGenerator.class)
                .matcher("bipartite-iou", BipartiteIouMatcher.class)
                .loss("multibox", MultiBoxLoss.class);
    }
}
