package io.ssdlab.plugin.backbones;

import io.ssdlab.spi.model.Backbone;
import io.ssdlab.testkit.DetectorContract;

final class NormalisedVgg16InADetectorTest extends DetectorContract {

    @Override
    protected Backbone backbone() {
        return new NormalisedVgg16Backbone(new NormalisedVgg16Config(0.0625, 8));
    }
}
