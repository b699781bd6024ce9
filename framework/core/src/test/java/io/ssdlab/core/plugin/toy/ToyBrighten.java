package io.ssdlab.core.plugin.toy;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;

/** Adds to every value. */
public final class ToyBrighten implements Augmenter {

    /** Its settings. */
    public record Config(
            @Setting(value = "What is added.", min = 0, max = 255)
            int delta) implements ComponentConfig {}

    private final Config config;

    @Inject
    public ToyBrighten(Config config) {
        if (config.delta() == 13) {
            throw new IllegalArgumentException("delta 13 brings bad luck, take 12 or 14");
        }
        this.config = config;
    }

    @Override
    public Sample augment(Sample sample, RandomGenerator random) {
        byte[] brighter = sample.image().bgr().clone();
        for (int i = 0; i < brighter.length; i++) {
            brighter[i] = (byte) Math.min(255, (brighter[i] & 0xff) + config.delta());
        }
        return new Sample(
                sample.imageId(),
                new Image(sample.image().width(), sample.image().height(), brighter),
                sample.groundTruths());
    }
}
