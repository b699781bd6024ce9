package io.ssdlab.plugin.ssd.backbone;

import io.ssdlab.spi.model.Backbone;
import io.ssdlab.testkit.BackboneContract;

final class Vgg16WithoutAtrousTest extends BackboneContract {

    @Override
    protected Backbone backbone() {
        return new Vgg16Backbone(new Vgg16Config(ExtraLayers.SSD300, false, NormalisationGradient.ORIGINAL, 64));
    }
}
