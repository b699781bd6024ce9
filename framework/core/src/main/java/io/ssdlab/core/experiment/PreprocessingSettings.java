package io.ssdlab.core.experiment;

import io.ssdlab.spi.Setting;
import io.ssdlab.spi.model.Preprocessing.ChannelOrder;
import java.util.List;

/**
 * How 8-bit pixels become the network's input.
 *
 * @param mean of blue, green and red
 */
public record PreprocessingSettings(
        @Setting(value = "The order of the colour channels that the network sees.", defaultsTo = "bgr")
        ChannelOrder channelOrder,

        @Setting(
                value = "What is subtracted from blue, green and red, in this order.",
                defaultsTo = "[104, 117, 123]",
                min = 0,
                max = 255)
        List<Float> mean,

        @Setting(value = "The factor after the mean.", defaultsTo = "1", min = 0, aboveMin = true)
        float scale) {

    public PreprocessingSettings {
        mean = List.copyOf(mean);
        if (mean.size() != 3) {
            throw new IllegalArgumentException("mean has " + mean.size() + " values, expected three: blue, green, red");
        }
    }
}
