package io.ssdlab.plugin.losses;

import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;

/** The plugin {@code losses}: what detectors after SSD are trained with. */
public final class LossesPlugin implements Plugin {

    @Override
    public String name() {
        return "losses";
    }

    @Override
    public void contribute(Contributions losses) {
        losses.loss("focal", FocalLoss.class).loss("iou-multibox", IouMultiBoxLoss.class);
    }
}
