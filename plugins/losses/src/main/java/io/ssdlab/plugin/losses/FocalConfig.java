package io.ssdlab.plugin.losses;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** Settings of {@link FocalLoss}. The defaults of alpha and gamma are the paper's. */
public record FocalConfig(
        @Setting(
                value = "Weight of positives; that of the background is 1 less it.",
                defaultsTo = "0.25",
                min = 0,
                max = 1)
        double alpha,

        @Setting(
                value = "How fast the loss of well classified prior boxes fades; 0 is the cross-entropy.",
                defaultsTo = "2",
                min = 0)
        double gamma,

        @Setting(
                value =
                        "What a box costs: smooth-l1 as in the paper, or giou, diou or ciou (with a location-weight of 5, say).",
                defaultsTo = "smooth-l1")
        BoxLoss boxLoss,

        @Setting(value = "Weight of the location loss against the confidence loss.", defaultsTo = "1", min = 0)
        double locationWeight)
        implements ComponentConfig {}
