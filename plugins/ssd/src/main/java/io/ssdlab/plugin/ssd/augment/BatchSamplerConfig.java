package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import java.util.List;

/** The settings of {@link BatchSampler}; the defaults are the original's {@code batch_sampler}, without its JPEG. */
public record BatchSamplerConfig(
        @Setting(
                value = "The samplers, each of which may find one crop; one of the crops found is drawn.",
                defaultsTo = "[{min-scale: 1, min-aspect-ratio: 1, max-aspect-ratio: 1, max-trials: 1}, "
                        + "{min-iou: 0.1}, {min-iou: 0.3}, {min-iou: 0.5}, {min-iou: 0.7}, {min-iou: 0.9}, "
                        + "{max-iou: 1}]")
        List<CropSamplerConfig> samplers,

        @Setting(
                value =
                        "Whether the crop is then written as JPEG and read again, as in the original; also a crop of the "
                                + "whole picture.",
                defaultsTo = "no")
        boolean jpegReencoding)
        implements ComponentConfig {

    public BatchSamplerConfig {
        samplers = List.copyOf(samplers);
    }
}
