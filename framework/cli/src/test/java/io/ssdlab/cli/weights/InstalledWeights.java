package io.ssdlab.cli.weights;

import com.google.inject.Injector;
import io.ssdlab.core.experiment.DetectorSettings;
import io.ssdlab.core.experiment.DetectorSettingsReader;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import io.ssdlab.core.weights.WeightsCatalogue;
import io.ssdlab.spi.weights.WeightsConversion;
import java.util.List;

/** The conversions of the distribution's plugins. */
final class InstalledWeights {

    static final String SSDLITE = "ssdlite-mobilenet-v2-coco";

    private final Injector plugins =
            ComponentRegistry.injector(InstalledPlugin.discover(getClass().getClassLoader()));

    Injector plugins() {
        return plugins;
    }

    List<String> names() {
        return new WeightsCatalogue(plugins).names();
    }

    WeightsConversion named(String name) {
        return new WeightsCatalogue(plugins).named(name, "test");
    }

    DetectorSettings settings(String name) {
        return new DetectorSettingsReader(plugins.getInstance(ComponentRegistry.class))
                .read(named(name).sheet().settings(), name);
    }
}
