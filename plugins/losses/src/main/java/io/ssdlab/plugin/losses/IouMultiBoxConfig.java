package io.ssdlab.plugin.losses;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/**
 * Settings of {@link IouMultiBoxLoss}. The location weight of 5 is that of Zheng et al. for SSD with losses of the IoU
 * (arXiv:1911.08287, section "SSD"): in offsets, their gradients are several times smaller than smooth L1's.
 */
public record IouMultiBoxConfig(
        @Setting(
                value =
                        "What a box costs: giou, diou, ciou, or smooth-l1 as in multibox (then with location-weight 1).",
                defaultsTo = "giou")
        BoxLoss boxLoss,

        @Setting(value = "Weight of the location loss against the confidence loss.", defaultsTo = "5", min = 0)
        double locationWeight,

        @Setting(
                value = "How many hard negatives are trained for each positive of an image, at most.",
                defaultsTo = "3",
                min = 0)
        double negativesPerPositive,

        @Setting(
                value = "Share of a label's probability that is spread over all classes and the background, below 1.",
                defaultsTo = "0",
                min = 0,
                max = 1)
        double labelSmoothing)
        implements ComponentConfig {

    public IouMultiBoxConfig {
        if (labelSmoothing >= 1) {
            throw new IllegalArgumentException(
                    "label-smoothing %s leaves nothing of the labels: choose less than 1, such as 0.1"
                            .formatted(labelSmoothing));
        }
    }
}
