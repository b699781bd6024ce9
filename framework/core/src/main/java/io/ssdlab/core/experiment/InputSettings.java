package io.ssdlab.core.experiment;

import io.ssdlab.core.data.image.Interpolation;
import io.ssdlab.spi.Setting;
import java.util.Optional;

/**
 * The size to which images are warped for the network, in pixels, and how they are.
 *
 * @param interpolation empty for SSD's, so that the identities of runs that were stored before there was another still hold
 */
public record InputSettings(
        @Setting(value = "Width in pixels.", defaultsTo = "300", min = 1, max = 8192)
        int width,

        @Setting(value = "Height in pixels.", defaultsTo = "300", min = 1, max = 8192)
        int height,

        @Setting("Between what pixels are interpolated: linear as in SSD, or tensorflow; linear if left out.")
        Optional<Interpolation> interpolation) {}
