package io.ssdlab.plugin.backbones;

import io.ssdlab.spi.model.Backbone;
import io.ssdlab.testkit.BackboneContract;

final class NormalisedVgg16BackboneTest extends BackboneContract {

    @Override
    protected Backbone backbone() {
        return new NormalisedVgg16Backbone(new NormalisedVgg16Config(0.0625, 8));
    }
}
