package io.ssdlab.plugin.ssdvariants;

import io.ssdlab.spi.Plugin;
import io.ssdlab.testkit.PluginContract;

final class SsdVariantsPluginContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new SsdVariantsPlugin();
    }
}
