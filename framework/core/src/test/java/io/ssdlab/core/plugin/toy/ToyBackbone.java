package io.ssdlab.core.plugin.toy;

import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.BackboneNetwork;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.SourceMap;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Halves the input a few times. */
public final class ToyBackbone implements Backbone {

    /** Its settings. */
    public record Config(
            @Setting(value = "Channels of every map.", min = 1)
            int channels,

            @Setting(value = "The number of maps.", defaultsTo = "2", min = 1, max = 6)
            int maps)
            implements ComponentConfig {}

    private final Config config;
    private final Preprocessing preprocessing;

    @Inject
    public ToyBackbone(Config config, InputSize input, Preprocessing preprocessing) {
        if (input.width() >> config.maps() == 0) {
            throw new IllegalArgumentException(
                    config.maps() + " maps need an input of " + (1 << config.maps()) + " pixels at least");
        }
        this.config = config;
        this.preprocessing = preprocessing;
    }

    public Preprocessing preprocessing() {
        return preprocessing;
    }

    @Override
    public List<SourceMap> sources(InputSize input) {
        return IntStream.rangeClosed(1, config.maps())
                .mapToObj(i -> new SourceMap("map" + i, config.channels(), input.height() >> i, input.width() >> i))
                .toList();
    }

    @Override
    public BackboneNetwork build(InputSize input, RandomGenerator random) {
        return new BackboneNetwork(
                new SequentialBlock()
                        .add(Linear.builder().setUnits(config.channels()).build()),
                Map.of());
    }
}
