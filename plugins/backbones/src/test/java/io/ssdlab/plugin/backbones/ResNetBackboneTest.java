package io.ssdlab.plugin.backbones;

import io.ssdlab.spi.model.Backbone;
import io.ssdlab.testkit.BackboneContract;

final class ResNetBackboneTest extends BackboneContract {

    @Override
    protected Backbone backbone() {
        return new ResNetBackbone(new ResNetConfig(18, 0.125, 8));
    }
}
