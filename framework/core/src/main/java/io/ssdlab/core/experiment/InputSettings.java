package io.ssdlab.core.experiment;

import io.ssdlab.spi.Setting;

/** The size to which images are warped for the network, in pixels. */
public record InputSettings(
        @Setting(value = "Width in pixels.", defaultsTo = "300", min = 1, max = 8192)
        int width,

        @Setting(value = "Height in pixels.", defaultsTo = "300", min = 1, max = 8192)
        int height) {}
