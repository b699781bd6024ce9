package io.ssdlab.plugin.backbones;

import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;

/** The plugin {@code backbones}: networks with batch normalisation below SSD's heads. */
public final class BackbonesPlugin implements Plugin {

    @Override
    public String name() {
        return "backbones";
    }

    @Override
    public void contribute(Contributions backbones) {
        backbones
                .backbone("vgg16-batch-norm", NormalisedVgg16Backbone.class)
                .backbone("resnet", ResNetBackbone.class)
                .backbone("mobilenet-v2", MobileNetV2Backbone.class)
                .weights("ssdlite-mobilenet-v2-coco", SsdLiteConversion.class);
    }
}
