package io.ssdlab.core.plugin.toy;

import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;

/** A small but complete plugin: every kind of component, each really doing its work. */
public final class ToyPlugin implements Plugin {

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public void contribute(Contributions toy) {
        toy.backbone("toy-net", ToyBackbone.class)
                .priorBoxes("toy-grid", ToyPriorBoxes.class)
                .matcher("toy-iou", ToyMatcher.class)
                .loss("toy-absolute", ToyLoss.class)
                .augmenter("toy-mirror", ToyMirror.class)
                .augmenter("toy-brighten", ToyBrighten.class)
                .dataset("toy-blank", ToyDataset.class)
                .metric("toy-recall", ToyMetric.class)
                .variants(
                        "toy-no-finest", "toy-square", "toy-nothing", "toy-typo", "toy-other-matcher", "toy-other-root")
                .recipes("toy-paper", "toy-paper-bright", "toy-broken");
    }
}
