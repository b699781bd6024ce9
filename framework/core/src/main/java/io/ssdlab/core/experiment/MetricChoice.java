package io.ssdlab.core.experiment;

import com.google.inject.Injector;
import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.LayerCombiner;
import io.ssdlab.core.config.Origin;
import io.ssdlab.core.config.SettingOverride;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentFactory;
import io.ssdlab.core.plugin.ComponentKind;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Setting;
import io.ssdlab.spi.evaluation.Metric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A metric outside any experiment, to score detections from anywhere. */
public record MetricChoice(
        @Chosen(ComponentKind.METRIC) @Setting("The metric.")
        ComponentChoice metric) {

    /**
     * Builds a metric.
     *
     * @param plugins {@link ComponentRegistry#injector}
     * @param name as experiment files name it
     * @param origin who named it, for messages
     * @param settings {@code metric.KEY=VALUE}; others keep their defaults
     * @throws InvalidInputException if there is no such metric or setting
     */
    public static Metric build(Injector plugins, String name, String origin, List<SettingOverride> settings) {
        Origin named = Origin.of(origin);
        ConfigNode use = ConfigNode.text(named, name).named(LayerCombiner.USE, named);
        ConfigNode metric = ConfigNode.map(named, List.of(use)).named("metric", named);
        List<ConfigNode> layers = new ArrayList<>();
        settings.forEach(setting -> layers.add(0, setting.layer()));
        layers.add(ConfigNode.map(named, List.of(metric)));

        MetricChoice choice = new LooseChoice(plugins, Path.of("")).bind(layers, MetricChoice.class);
        return new ComponentFactory(plugins).build(choice.metric(), Metric.class);
    }
}
