package io.ssdlab.plugin.ssd.weights;

import io.ssdlab.spi.weights.TensorRule;
import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.spi.weights.WeightsSheet;
import jakarta.inject.Inject;
import java.util.List;

/** SSD300 on VOC2007 and VOC2012 as the authors trained it (paper, Tables 1 and 6). */
public final class CaffeSsd300VocConversion implements WeightsConversion {

    @Inject
    public CaffeSsd300VocConversion() {
        // No settings.
    }

    @Override
    public WeightsSheet sheet() {
        return CaffeSsd.SSD300.sheet(
                "VOC2007 and VOC2012",
                CaffeSsd.VOC,
                "VGG_VOC0712_SSD_300x300_iter_120000.caffemodel",
                "ssd300-voc0712-expansion");
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
