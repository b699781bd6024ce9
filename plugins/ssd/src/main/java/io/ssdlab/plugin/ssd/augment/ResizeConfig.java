package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import java.util.List;

/** The settings of {@link Resize}; the default is the original's {@code resize_param}. */
public record ResizeConfig(
        @Setting(
                value = "The interpolations, one of which is drawn for each sample.",
                defaultsTo = "[linear, area, nearest, cubic, lanczos4]")
        List<Interpolation> interpolations)
        implements ComponentConfig {

    public ResizeConfig {
        if (interpolations.isEmpty()) {
            throw new IllegalArgumentException("interpolations is empty: name at least one, such as linear");
        }
        interpolations = List.copyOf(interpolations);
    }
}
