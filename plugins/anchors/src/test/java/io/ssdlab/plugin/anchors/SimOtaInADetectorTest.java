package io.ssdlab.plugin.anchors;

import io.ssdlab.plugin.anchors.matching.SimOtaConfig;
import io.ssdlab.plugin.anchors.matching.SimOtaMatcher;
import io.ssdlab.plugin.anchors.prior.KMeansPriorBoxGenerator;
import io.ssdlab.plugin.anchors.prior.KMeansPriorConfig;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.testkit.DetectorContract;
import java.util.List;

/** Matched by what is predicted just then, over prior boxes that are clustered. */
final class SimOtaInADetectorTest extends DetectorContract {

    @Override
    protected PriorBoxGenerator priorBoxes() {
        List<CornerBox> squares =
                List.of(square(0.1f), square(0.2f), square(0.35f), square(0.5f), square(0.7f), square(0.9f));
        return new KMeansPriorBoxGenerator(
                new KMeansPriorConfig(List.of(1), List.of(0.1, 0.1, 0.2, 0.2)), () -> squares);
    }

    private static CornerBox square(float side) {
        return new CornerBox(0, 0, side, side);
    }

    @Override
    protected Matcher matcher() {
        return new SimOtaMatcher(SimOtaConfig.YOLOX);
    }
}
