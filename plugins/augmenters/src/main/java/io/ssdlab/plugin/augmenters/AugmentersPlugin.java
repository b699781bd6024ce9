package io.ssdlab.plugin.augmenters;

import io.ssdlab.plugin.augmenters.erase.CutOut;
import io.ssdlab.plugin.augmenters.erase.RandomErasing;
import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;

/** The plugin {@code augmenters}: augmentation beside SSD's. */
public final class AugmentersPlugin implements Plugin {

    @Override
    public String name() {
        return "augmenters";
    }

    @Override
    public void contribute(Contributions augmenters) {
        augmenters.augmenter("random-erasing", RandomErasing.class).augmenter("cut-out", CutOut.class);
    }
}
