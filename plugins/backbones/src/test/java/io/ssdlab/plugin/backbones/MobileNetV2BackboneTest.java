package io.ssdlab.plugin.backbones;

import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.testkit.BackboneContract;

final class MobileNetV2BackboneTest extends BackboneContract {

    @Override
    protected Backbone backbone() {
        return new MobileNetV2Backbone(
                new MobileNetV2Config(0.1, 8, MobileNetV2Config.Maps.SSDLITE, WindowPlacement.START));
    }

    /** Large enough that no map has a single cell, which two images normalise to 1 and -1 whatever the weights. */
    @Override
    protected InputSize input() {
        return new InputSize(160, 192);
    }
}
