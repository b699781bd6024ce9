package io.ssdlab.plugin.ssd;

import io.ssdlab.plugin.ssd.augment.BatchSampler;
import io.ssdlab.plugin.ssd.augment.ColourDistortion;
import io.ssdlab.plugin.ssd.augment.Expansion;
import io.ssdlab.plugin.ssd.augment.HorizontalFlip;
import io.ssdlab.plugin.ssd.augment.Resize;
import io.ssdlab.plugin.ssd.backbone.SmallVggBackbone;
import io.ssdlab.plugin.ssd.backbone.Vgg16Backbone;
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
        ssd.backbone("vgg16", Vgg16Backbone.class)
                .backbone("small-vgg", SmallVggBackbone.class)
                .priorBoxes("ssd-priors", SsdPriorBoxGenerator.class)
                .matcher("bipartite-iou", BipartiteIouMatcher.class)
                .loss("multibox", MultiBoxLoss.class)
                .augmenter("colour-distortion", ColourDistortion.class)
                .augmenter("expansion", Expansion.class)
                .augmenter("batch-sampler", BatchSampler.class)
                .augmenter("resize", Resize.class)
                .augmenter("horizontal-flip", HorizontalFlip.class);
    }
}
