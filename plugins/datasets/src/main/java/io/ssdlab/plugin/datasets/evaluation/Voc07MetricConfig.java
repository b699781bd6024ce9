package io.ssdlab.plugin.datasets.evaluation;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** Settings of {@link Voc07Metric}. */
public record Voc07MetricConfig(
        @Setting(
                value = "Whose rules where implementations differ: devkit (the VOC devkit in Python, the published"
                        + " numbers), caffe (the original's evaluation while training), caffe-normalised (the same layer"
                        + " without image sizes), ssd-pytorch.",
                defaultsTo = "devkit")
        Convention convention,

        @Setting(
                value = "IoU with the ground truth from which a detection is a hit.",
                defaultsTo = "0.5",
                min = 0,
                max = 1,
                aboveMin = true)
        double iouThreshold)
        implements ComponentConfig {}
