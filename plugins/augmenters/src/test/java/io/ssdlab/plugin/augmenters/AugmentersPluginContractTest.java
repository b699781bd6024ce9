package io.ssdlab.plugin.augmenters;

import io.ssdlab.spi.Plugin;
import io.ssdlab.testkit.PluginContract;

final class AugmentersPluginContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new AugmentersPlugin();
    }
}
