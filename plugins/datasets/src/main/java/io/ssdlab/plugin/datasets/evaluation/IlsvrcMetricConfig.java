package io.ssdlab.plugin.datasets.evaluation;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** Settings of {@link IlsvrcMetric}. */
public record IlsvrcMetricConfig(
        @Setting(
                value = "Whose rules: devkit (the challenge's, lenient with small objects) or caffe (the original's"
                        + " evaluation while training: VOC's rule and MaxIntegral).",
                defaultsTo = "devkit")
        IlsvrcConvention convention)
        implements ComponentConfig {}
