package io.ssdlab.plugin.losses;

import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.testkit.DetectorContract;

final class IouMultiBoxLossInADetectorTest extends DetectorContract {

    @Override
    protected DetectionLoss loss() {
        return new IouMultiBoxLoss(new IouMultiBoxConfig(BoxLoss.GIOU, 5, 3, 0.1));
    }
}
