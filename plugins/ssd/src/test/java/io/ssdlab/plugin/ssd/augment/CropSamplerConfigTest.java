package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.testkit.ComponentConfigContract;

/** Lies in a list of settings, so that the contract of the plugin does not give its every key. */
final class CropSamplerConfigTest extends ComponentConfigContract {

    @Override
    protected Class<? extends ComponentConfig> settings() {
        return CropSamplerConfig.class;
    }
}
