package io.ssdlab.plugin.ssd;

import io.ssdlab.spi.Plugin;
import io.ssdlab.testkit.PluginContract;

final class SsdPluginContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new SsdPlugin();
    }
}
