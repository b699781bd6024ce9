package io.ssdlab.plugin.ssd.weights;

import io.ssdlab.spi.weights.TensorRule;
import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.spi.weights.WeightsSheet;
import jakarta.inject.Inject;
import java.util.List;

/** SSD512 on VOC2007 and VOC2012 as the authors trained it (paper, Tables 1 and 6). */
public final class CaffeSsd512VocConversion implements WeightsConversion {

    @Inject
    public CaffeSsd512VocConversion() {
        // No settings.
    }

    @Override
    public WeightsSheet sheet() {
        return CaffeSsd.SSD512.sheet(
                "VOC2007 and VOC2012",
                CaffeSsd.VOC,
                "VGG_VOC0712_SSD_512x512_iter_120000.caffemodel",
                "ssd512-voc0712-expansion");
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
