package org.example.plugin;

import io.ssdlab.spi.Plugin;
import io.ssdlab.testkit.PluginContract;

class ExamplePluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new ExamplePlugin();
    }
}
