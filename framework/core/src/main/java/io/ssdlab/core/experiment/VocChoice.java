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
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.data.DatasetReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A data set in VOC's layout outside any experiment, to score detections against. */
public record VocChoice(
        @Chosen(ComponentKind.DATASET) @Setting("The data set.")
        ComponentChoice groundTruth) {

    private static final String KEY = "ground-truth";

    /** What the keys of settings begin with. */
    public static final String PREFIX = KEY + ".";

    private static final String READER = "voc";
    private static final Origin FOLDER = Origin.of("--ground-truth");
    private static final Origin SPLIT = Origin.of("--split");

    /**
     * Reads all annotations of a split as they are written, with or without its pictures, by the data set component {@code
     * voc}.
     *
     * @param plugins {@link ComponentRegistry#injector}
     * @param folder of the data set, or with a year the devkit's
     * @param overrides {@code ground-truth.KEY=VALUE}, further settings of the component
     * @throws InvalidInputException if no plugin has that component, or with the problems of the data
     */
    public static Dataset read(
            Injector plugins, Path folder, Optional<String> year, String split, List<SettingOverride> overrides) {
        List<ConfigNode> settings = new ArrayList<>();
        settings.add(ConfigNode.text(FOLDER, READER).named(LayerCombiner.USE, FOLDER));
        settings.add(ConfigNode.text(FOLDER, ".").named("folder", FOLDER));
        year.ifPresent(value -> settings.add(ConfigNode.scalar(SPLIT, value, Optional.of(Long.valueOf(value)))
                .named("year", SPLIT)));
        settings.add(ConfigNode.text(SPLIT, split).named("split", SPLIT));
        settings.add(ConfigNode.text(FOLDER, "optional").named("pictures", FOLDER));
        settings.add(ConfigNode.text(FOLDER, "as-written").named("empty-boxes", FOLDER));
        ConfigNode dataset = ConfigNode.map(FOLDER, settings).named(KEY, SPLIT);
        List<ConfigNode> layers = new ArrayList<>();
        overrides.forEach(setting -> layers.add(0, setting.layer()));
        layers.add(ConfigNode.map(FOLDER, List.of(dataset)));
        VocChoice choice = new LooseChoice(plugins, folder).bind(layers, VocChoice.class);
        return new ComponentFactory(plugins)
                .build(choice.groundTruth(), DatasetReader.class)
                .read();
    }
}
