package io.ssdlab.plugin.ssd.weights;

import io.ssdlab.coco.CocoClasses;
import io.ssdlab.spi.weights.TensorRule;
import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.spi.weights.WeightsSheet;
import jakarta.inject.Inject;
import java.util.List;

/** SSD512 on COCO as the authors trained it (paper, Tables 5 and 6). */
public final class CaffeSsd512CocoConversion implements WeightsConversion {

    @Inject
    public CaffeSsd512CocoConversion() {
        // No settings.
    }

    @Override
    public WeightsSheet sheet() {
        return CaffeSsd.SSD512.sheet(
                "COCO", CocoClasses.names(), "VGG_coco_SSD_512x512_iter_360000.caffemodel", "ssd512-coco-expansion");
    }

    @Override
    public List<TensorRule> rules() {
        return CaffeSsd.SSD512.rules();
    }

    /** What a snapshot of training holds beside weights: the prior boxes' layers and the loss have none. */
    @Override
    public List<String> unused() {
        return List.of("mbox_*", "*_mbox_priorbox*", "detection_*");
    }
}
