package io.ssdlab.plugin.backbones;

import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.testkit.BackboneContract;

final class CentredMobileNetV2Test extends BackboneContract {

    @Override
    protected Backbone backbone() {
        return new MobileNetV2Backbone(
                new MobileNetV2Config(0.1, 16, MobileNetV2Config.Maps.SSD300, WindowPlacement.CENTRE));
    }

    /** Even and odd sides at every stride: 150 and 186, 75 and 93, 38 and 47, 19 and 24, 10 and 12. */
    @Override
    protected InputSize input() {
        return new InputSize(372, 300);
    }
}
