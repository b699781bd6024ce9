package io.ssdlab.plugin.backbones;

import io.ssdlab.spi.model.Backbone;
import io.ssdlab.testkit.DetectorContract;

final class ResNetInADetectorTest extends DetectorContract {

    @Override
    protected Backbone backbone() {
        return new ResNetBackbone(new ResNetConfig(18, 0.125, 8));
    }
}
