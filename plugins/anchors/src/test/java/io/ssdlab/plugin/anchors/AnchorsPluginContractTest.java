package io.ssdlab.plugin.anchors;

import io.ssdlab.spi.Plugin;
import io.ssdlab.testkit.PluginContract;

final class AnchorsPluginContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new AnchorsPlugin();
    }
}
