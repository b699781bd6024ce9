package io.ssdlab.plugin.ssd.prior;

import io.ssdlab.plugin.ssd.augment.HorizontalFlip;
import io.ssdlab.plugin.ssd.augment.HorizontalFlipConfig;
import io.ssdlab.plugin.ssd.backbone.SmallVggBackbone;
import io.ssdlab.plugin.ssd.backbone.SmallVggConfig;
import io.ssdlab.plugin.ssd.loss.MultiBoxConfig;
import io.ssdlab.plugin.ssd.loss.MultiBoxLoss;
import io.ssdlab.plugin.ssd.matching.BipartiteIouConfig;
import io.ssdlab.plugin.ssd.matching.BipartiteIouMatcher;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.testkit.DetectorContract;
import java.util.List;

/** All that SSD needs is of this plugin. */
final class SsdInADetectorTest extends DetectorContract {

    @Override
    protected Backbone backbone() {
        return new SmallVggBackbone(new SmallVggConfig(
                List.of(List.of(8), List.of(16), List.of(16), List.of(16)), List.of(16, 16, 16, 16)));
    }

    @Override
    protected PriorBoxGenerator priorBoxes() {
        return new SsdPriorBoxGenerator(PriorConfigs.clipped());
    }

    @Override
    protected Matcher matcher() {
        return new BipartiteIouMatcher(BipartiteIouConfig.ORIGINAL);
    }

    @Override
    protected List<Augmenter> augmenters() {
        return List.of(new HorizontalFlip(new HorizontalFlipConfig(0.5)));
    }

    @Override
    protected DetectionLoss loss() {
        return new MultiBoxLoss(MultiBoxConfig.ORIGINAL);
    }
}
