package @package@;

import io.ssdlab.spi.Plugin;
import io.ssdlab.testkit.PluginContract;

class @type@PluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new @type@Plugin();
    }
}
