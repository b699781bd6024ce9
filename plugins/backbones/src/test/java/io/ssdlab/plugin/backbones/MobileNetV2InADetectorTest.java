package io.ssdlab.plugin.backbones;

import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.testkit.DetectorContract;

final class MobileNetV2InADetectorTest extends DetectorContract {

    @Override
    protected Backbone backbone() {
        return new MobileNetV2Backbone(
                new MobileNetV2Config(0.1, 8, MobileNetV2Config.Maps.SSDLITE, WindowPlacement.START));
    }

    /** Large enough that most maps have more than a cell, over which few images are hardly normalised. */
    @Override
    protected InputSize input() {
        return new InputSize(160, 192);
    }

    /** The narrowest network that there is learns slowly, and not at all in large steps. */
    @Override
    protected double learningRate() {
        return 0.001;
    }
}
