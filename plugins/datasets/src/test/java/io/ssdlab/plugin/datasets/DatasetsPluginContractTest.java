package io.ssdlab.plugin.datasets;

import io.ssdlab.spi.Plugin;
import io.ssdlab.testkit.PluginContract;

final class DatasetsPluginContractTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new DatasetsPlugin();
    }
}
