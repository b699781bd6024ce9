package io.ssdlab.plugin.ssd.weights;

import io.ssdlab.coco.CocoClasses;
import io.ssdlab.spi.weights.TensorRule;
import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.spi.weights.WeightsSheet;
import jakarta.inject.Inject;
import java.util.List;

/** SSD300 on COCO as the authors trained it (paper, Tables 5 and 6). */
public final class CaffeSsd300CocoConversion implements WeightsConversion {

    @Inject
    public CaffeSsd300CocoConversion() {
        // No settings.
    }

    @Override
    public WeightsSheet sheet() {
        return CaffeSsd.SSD300.sheet(
                "COCO", CocoClasses.names(), "VGG_coco_SSD_300x300_iter_400000.caffemodel", "ssd300-coco-expansion");
    }

    @Override
    public List<TensorRule> rules() {
        return CaffeSsd.SSD300.rules();
    }

    /** What a snapshot of training holds beside weights: the prior boxes' layers and the loss have none. */
    @Override
    public List<String> unused() {
        return List.of("mbox_*", "*_mbox_priorbox*", "detection_*");
    }
}
