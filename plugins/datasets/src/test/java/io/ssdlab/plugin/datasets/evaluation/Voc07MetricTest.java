package io.ssdlab.plugin.datasets.evaluation;

import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.testkit.MetricContract;

final class Voc07MetricTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new Voc07Metric(new Voc07MetricConfig(Convention.DEVKIT, 0.5));
    }
}
