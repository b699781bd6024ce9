package io.ssdlab.plugin.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.Plugin;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class DatasetsPluginTest {

    @Test
    void theServiceLoaderFindsIt() {
        assertThat(ServiceLoader.load(Plugin.class)).singleElement().satisfies(plugin -> {
            assertThat(plugin).isInstanceOf(DatasetsPlugin.class);
            assertThat(plugin.name()).isEqualTo("datasets");
        });
    }
}
