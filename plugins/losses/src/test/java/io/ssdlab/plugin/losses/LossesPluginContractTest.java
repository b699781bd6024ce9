package io.ssdlab.plugin.losses;

import io.ssdlab.spi.Plugin;
import io.ssdlab.testkit.PluginContract;

final class LossesPluginContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new LossesPlugin();
    }
}
