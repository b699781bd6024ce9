package io.ssdlab.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.core.plugin.PluginCatalogue.PluginEntry;
import io.ssdlab.core.plugin.PluginCatalogue.SettingEntry;
import io.ssdlab.core.plugin.PluginCatalogue.VariantEntry;
import io.ssdlab.core.plugin.toy.ToyPlugin;
import java.util.List;
import org.junit.jupiter.api.Test;

class PluginCatalogueTest {

    @Test
    void listsComponentsSettingsAndVariants() {
        PluginCatalogue catalogue =
                PluginCatalogue.of(ComponentRegistry.injector(List.of(InstalledPlugin.of(new ToyPlugin())))
                        .getInstance(ComponentRegistry.class));

        assertThat(catalogue.plugins()).hasSize(1);
        PluginEntry toy = catalogue.plugins().get(0);
        assertThat(toy.name()).isEqualTo("toy");
        assertThat(toy.components()).hasSize(8);
        assertThat(toy.components().get(1).settings())
                .containsExactly(
                        new SettingEntry(
                                "aspect-ratios",
                                "a list (each item a number), above 0",
                                "[1, 2, 0.5]",
                                "Aspect ratios."),
                        new SettingEntry("rounding", "one of half-up, down", "half-up", "How centres are rounded."),
                        new SettingEntry("scale", "a map", "", ""),
                        new SettingEntry("scale.least", "a number, at least 0, at most 1", "0.2", "Least."),
                        new SettingEntry("scale.greatest", "a number, at least 0, at most 1", "0.9", "Greatest."),
                        new SettingEntry("border", "a whole number", "", "Pixels added at each side."));
        assertThat(toy.variants())
                .contains(new VariantEntry("toy-no-finest", "finest map", "Leaves the finest source map out."));
    }
}
