package io.ssdlab.plugin.datasets;

import io.ssdlab.plugin.datasets.coco.CocoReader;
import io.ssdlab.plugin.datasets.coco.evaluation.CocoMetric;
import io.ssdlab.plugin.datasets.evaluation.IlsvrcMetric;
import io.ssdlab.plugin.datasets.evaluation.Voc07Metric;
import io.ssdlab.plugin.datasets.evaluation.Voc12Metric;
import io.ssdlab.plugin.datasets.ilsvrc.IlsvrcReader;
import io.ssdlab.plugin.datasets.shapes.ShapesReader;
import io.ssdlab.plugin.datasets.voc.VocReader;
import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;

/** Offers data sets in the layouts of VOC, COCO and ILSVRC, the drawn shapes, and the metrics of the three challenges. */
public final class DatasetsPlugin implements Plugin {

    @Override
    public String name() {
        return "datasets";
    }

    @Override
    public void contribute(Contributions datasets) {
        datasets.dataset("voc", VocReader.class)
                .dataset("ilsvrc", IlsvrcReader.class)
                .dataset("coco", CocoReader.class)
                .dataset("shapes", ShapesReader.class)
                .metric("voc07", Voc07Metric.class)
                .metric("voc12", Voc12Metric.class)
                .metric("ilsvrc", IlsvrcMetric.class)
                .metric("coco", CocoMetric.class);
    }
}
