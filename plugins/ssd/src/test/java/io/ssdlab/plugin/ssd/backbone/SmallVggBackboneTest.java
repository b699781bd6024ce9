package io.ssdlab.plugin.ssd.backbone;

import io.ssdlab.spi.model.Backbone;
import io.ssdlab.testkit.BackboneContract;
import java.util.List;

final class SmallVggBackboneTest extends BackboneContract {

    @Override
    protected Backbone backbone() {
        return new SmallVggBackbone(new SmallVggConfig(List.of(List.of(4, 8), List.of(8), List.of(12)), List.of(8, 8)));
    }
}
