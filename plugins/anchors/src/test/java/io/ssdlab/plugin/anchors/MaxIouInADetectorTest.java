package io.ssdlab.plugin.anchors;

import io.ssdlab.plugin.anchors.matching.MaxIouConfig;
import io.ssdlab.plugin.anchors.matching.MaxIouMatcher;
import io.ssdlab.plugin.anchors.prior.OctavePriorBoxGenerator;
import io.ssdlab.plugin.anchors.prior.OctavePriorConfig;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.testkit.DetectorContract;
import java.util.List;

/** Prior boxes in octaves with Faster R-CNN's forced matches: RetinaNet's own leave some of the pictures without any. */
final class MaxIouInADetectorTest extends DetectorContract {

    @Override
    protected PriorBoxGenerator priorBoxes() {
        return new OctavePriorBoxGenerator(
                new OctavePriorConfig(2, 2, List.of(0.5, 1.0, 2.0), List.of(), false, List.of(0.1, 0.1, 0.2, 0.2)));
    }

    @Override
    protected Matcher matcher() {
        return new MaxIouMatcher(new MaxIouConfig(0.5, 0.4, true));
    }
}
