package io.ssdlab.plugin.augmenters;

import io.ssdlab.plugin.augmenters.erase.CutOut;
import io.ssdlab.plugin.augmenters.erase.RandomErasing;
import io.ssdlab.plugin.augmenters.mix.MixUp;
import io.ssdlab.plugin.augmenters.mix.Mosaic;
import io.ssdlab.plugin.augmenters.photometric.Blur;
import io.ssdlab.plugin.augmenters.photometric.BrightnessContrast;
import io.ssdlab.plugin.augmenters.photometric.ChannelShuffle;
import io.ssdlab.plugin.augmenters.photometric.Clahe;
import io.ssdlab.plugin.augmenters.photometric.Equalise;
import io.ssdlab.plugin.augmenters.photometric.Gamma;
import io.ssdlab.plugin.augmenters.photometric.Grey;
import io.ssdlab.plugin.augmenters.photometric.HueSaturation;
import io.ssdlab.plugin.augmenters.photometric.Jpeg;
import io.ssdlab.plugin.augmenters.photometric.Noise;
import io.ssdlab.plugin.augmenters.place.ScaleJitter;
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
        augmenters
                .augmenter("random-erasing", RandomErasing.class)
                .augmenter("cut-out", CutOut.class)
                .augmenter("brightness-contrast", BrightnessContrast.class)
                .augmenter("hue-saturation", HueSaturation.class)
                .augmenter("gamma", Gamma.class)
                .augmenter("blur", Blur.class)
                .augmenter("noise", Noise.class)
                .augmenter("grey", Grey.class)
                .augmenter("channel-shuffle", ChannelShuffle.class)
                .augmenter("jpeg", Jpeg.class)
                .augmenter("equalise", Equalise.class)
                .augmenter("clahe", Clahe.class)
                .augmenter("scale-jitter", ScaleJitter.class)
                .augmenter("mosaic", Mosaic.class)
                .augmenter("mixup", MixUp.class);
    }
}
