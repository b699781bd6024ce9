package io.ssdlab.plugin.anchors;

import io.ssdlab.plugin.anchors.matching.AtssConfig;
import io.ssdlab.plugin.anchors.matching.AtssMatcher;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.testkit.DetectorContract;

final class AtssInADetectorTest extends DetectorContract {

    @Override
    protected Matcher matcher() {
        return new AtssMatcher(AtssConfig.PAPER, input());
    }
}
