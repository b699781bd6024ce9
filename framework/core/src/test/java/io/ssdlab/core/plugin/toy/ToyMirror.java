package io.ssdlab.core.plugin.toy;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;

/** Mirrors left and right. */
public final class ToyMirror implements Augmenter {

    /** Its settings. */
    public record Config(
            @Setting(value = "How often.", defaultsTo = "0.5", min = 0, max = 1)
            double probability) implements ComponentConfig {}

    private final Config config;

    @Inject
    public ToyMirror(Config config) {
        this.config = config;
    }

    @Override
    public Sample augment(Sample sample, RandomGenerator random) {
        if (random.nextDouble() >= config.probability()) {
            return sample;
        }
        Image image = sample.image();
        byte[] mirrored = new byte[image.bgr().length];
        for (int i = 0; i < mirrored.length; i++) {
            int x = i / 3 % image.width();
            mirrored[i] = image.bgr()[i + 3 * (image.width() - 1 - 2 * x)];
        }
        return new Sample(
                sample.imageId(),
                new Image(image.width(), image.height(), mirrored),
                sample.groundTruths().stream()
                        .map(object -> object.withBox(new CornerBox(
                                1 - object.box().xMax(),
                                object.box().yMin(),
                                1 - object.box().xMin(),
                                object.box().yMax())))
                        .toList());
    }
}
