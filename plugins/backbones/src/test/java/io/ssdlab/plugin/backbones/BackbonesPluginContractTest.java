package io.ssdlab.plugin.backbones;

import io.ssdlab.spi.Plugin;
import io.ssdlab.testkit.PluginContract;

final class BackbonesPluginContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new BackbonesPlugin();
    }
}
