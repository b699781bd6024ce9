package io.ssdlab.plugin.ssd;

import io.ssdlab.plugin.ssd.backbone.ExtraLayers;
import io.ssdlab.plugin.ssd.backbone.NormalisationGradient;
import io.ssdlab.plugin.ssd.backbone.Vgg16Backbone;
import io.ssdlab.plugin.ssd.backbone.Vgg16Config;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.testkit.DetectorContract;

/** With a sixteenth of the channels. */
final class Vgg16InADetectorTest extends DetectorContract {

    @Override
    protected Backbone backbone() {
        return new Vgg16Backbone(new Vgg16Config(ExtraLayers.SSD512, true, NormalisationGradient.ORIGINAL, 16));
    }

    /** The paper's: conv4_3 is scaled to a norm of 20 at each place. */
    @Override
    protected double learningRate() {
        return 0.001;
    }
}
