package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import java.util.Optional;

/**
 * The settings of one {@link CropSampler}. With neither {@code minIou} nor {@code maxIou} any crop will do, also on a
 * picture without objects; with one of them, at least one object must satisfy what is given.
 */
public record CropSamplerConfig(
        @Setting(
                value = "The least scale of a crop: the square root of its share of the picture's area.",
                defaultsTo = "0.3",
                min = 0,
                aboveMin = true,
                max = 1)
        double minScale,

        @Setting(value = "The greatest scale of a crop.", defaultsTo = "1", min = 0, aboveMin = true, max = 1)
        double maxScale,

        @Setting(
                value = "The least width of a crop over its height, both as shares of the picture's.",
                defaultsTo = "0.5",
                min = 0,
                aboveMin = true)
        double minAspectRatio,

        @Setting(
                value = "The greatest width of a crop over its height, both as shares of the picture's.",
                defaultsTo = "2",
                min = 0,
                aboveMin = true)
        double maxAspectRatio,

        @Setting(value = "The IoU with the crop that an object must reach.", min = 0, max = 1)
        Optional<Double> minIou,

        @Setting(value = "The IoU with the crop that an object must not exceed.", min = 0, max = 1)
        Optional<Double> maxIou,

        @Setting(value = "How many crops are drawn in search of one.", defaultsTo = "50", min = 1, max = 10_000)
        int maxTrials)
        implements ComponentConfig {

    public CropSamplerConfig {
        if (minScale > maxScale) {
            throw new IllegalArgumentException(
                    "min-scale %s is above max-scale %s: give the smaller scale first".formatted(minScale, maxScale));
        }
        if (minAspectRatio > maxAspectRatio) {
            throw new IllegalArgumentException(
                    "min-aspect-ratio %s is above max-aspect-ratio %s: give the smaller first"
                            .formatted(minAspectRatio, maxAspectRatio));
        }
        if (minIou.isPresent() && maxIou.isPresent() && minIou.get() > maxIou.get()) {
            throw new IllegalArgumentException(
                    "min-iou %s is above max-iou %s: no crop can be found".formatted(minIou.get(), maxIou.get()));
        }
    }
}
