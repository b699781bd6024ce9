package io.ssdlab.plugin.anchors;

import io.ssdlab.plugin.anchors.matching.AtssMatcher;
import io.ssdlab.plugin.anchors.matching.MaxIouMatcher;
import io.ssdlab.plugin.anchors.matching.SimOtaMatcher;
import io.ssdlab.plugin.anchors.prior.KMeansPriorBoxGenerator;
import io.ssdlab.plugin.anchors.prior.OctavePriorBoxGenerator;
import io.ssdlab.plugin.anchors.prior.TensorFlowSsdPriorBoxGenerator;
import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;

/** The plugin {@code anchors}: prior boxes and matching of Faster R-CNN, RetinaNet, ATSS, YOLOX, YOLO9000 and
 * TensorFlow. */
public final class AnchorsPlugin implements Plugin {

    @Override
    public String name() {
        return "anchors";
    }

    @Override
    public void contribute(Contributions anchors) {
        anchors.matcher("max-iou", MaxIouMatcher.class)
                .matcher("atss", AtssMatcher.class)
                .matcher("sim-ota", SimOtaMatcher.class)
                .priorBoxes("k-means-priors", KMeansPriorBoxGenerator.class)
                .priorBoxes("octave-priors", OctavePriorBoxGenerator.class)
                .priorBoxes("tensorflow-ssd-priors", TensorFlowSsdPriorBoxGenerator.class);
    }
}
