package io.ssdlab.plugin.losses;

import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.testkit.DetectorContract;

final class FocalLossInADetectorTest extends DetectorContract {

    @Override
    protected DetectionLoss loss() {
        return new FocalLoss(new FocalConfig(0.25, 2, BoxLoss.SMOOTH_L1, 1));
    }
}
