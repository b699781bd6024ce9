package io.ssdlab.plugin.datasets;

import io.ssdlab.plugin.datasets.evaluation.IlsvrcMetric;
import io.ssdlab.plugin.datasets.evaluation.Voc07Metric;
import io.ssdlab.plugin.datasets.evaluation.Voc12Metric;
import io.ssdlab.plugin.datasets.ilsvrc.IlsvrcReader;
import io.ssdlab.plugin.datasets.shapes.ShapesReader;
import io.ssdlab.plugin.datasets.voc.VocReader;
import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;

/**
 * Offers the data sets {@code voc}, {@code ilsvrc} and {@code shapes} and the metrics {@code voc07}, {@code voc12} and
 * {@code ilsvrc}.
 */
public final class DatasetsPlugin implements Plugin {

    @Override
    public String name() {
        return "datasets";
    }

    @Override
    public void contribute(Contributions datasets) {
        datasets.dataset("voc", VocReader.class)
                .dataset("ilsvrc", IlsvrcReader.class)
                .dataset("shapes", ShapesReader.class)
                .metric("voc07", Voc07Metric.class)
                .metric("voc12", Voc12Metric.class)
                .metric("ilsvrc", IlsvrcMetric.class);
    }
}
