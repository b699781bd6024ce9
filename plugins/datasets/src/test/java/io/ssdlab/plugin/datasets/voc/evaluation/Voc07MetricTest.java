package io.ssdlab.plugin.datasets.voc.evaluation;

import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.testkit.MetricContract;

final class Voc07MetricTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new Voc07Metric(new VocMetricConfig(Convention.DEVKIT, 0.5));
    }
}
