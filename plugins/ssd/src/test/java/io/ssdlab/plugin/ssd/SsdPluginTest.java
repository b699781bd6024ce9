package io.ssdlab.plugin.ssd;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.Plugin;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class SsdPluginTest {

    @Test
    void isFoundByItsService() {
        assertThat(ServiceLoader.load(Plugin.class))
                .hasAtLeastOneElementOfType(SsdPlugin.class)
                .extracting(Plugin::name)
                .contains("ssd");
    }
}
