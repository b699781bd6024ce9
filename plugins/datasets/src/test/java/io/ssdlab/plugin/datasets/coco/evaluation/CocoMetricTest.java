package io.ssdlab.plugin.datasets.coco.evaluation;

import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.testkit.MetricContract;

final class CocoMetricTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new CocoMetric();
    }
}
