package io.ssdlab.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.core.plugin.toy.ToyPlugin;
import org.junit.jupiter.api.Test;

class VariantResourceTest {

    private final InstalledPlugin toy = InstalledPlugin.of(new ToyPlugin());

    @Test
    void readsTheChangeWithItsPlaces() {
        Variant variant = new VariantResource("toy-no-finest", toy).load();

        assertThat(variant.label()).isEqualTo("finest map");
        assertThat(variant.change().find("model.without-sources").orElseThrow().origin())
                .hasToString("variant toy-no-finest:5:22");
    }

    @Test
    void namesThePluginThatLacksIt() {
        assertThatThrownBy(() -> new VariantResource("toy-missing", toy).load())
                .hasMessageContaining("plugin toy unversioned")
                .hasMessageContaining("no resource META-INF/ssdlab/variants/toy-missing.yaml");
    }
}
