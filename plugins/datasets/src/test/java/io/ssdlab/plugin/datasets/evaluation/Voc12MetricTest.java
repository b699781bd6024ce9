package io.ssdlab.plugin.datasets.evaluation;

import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.testkit.MetricContract;

final class Voc12MetricTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new Voc12Metric(new Voc12MetricConfig(Convention.DEVKIT, 0.5, AreaRule.MAX_INTEGRAL));
    }
}
