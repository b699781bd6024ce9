package io.ssdlab.plugin.ssd;

import io.ssdlab.plugin.ssd.augment.BatchSampler;
import io.ssdlab.plugin.ssd.augment.ColourDistortion;
import io.ssdlab.plugin.ssd.augment.Expansion;
import io.ssdlab.plugin.ssd.augment.HorizontalFlip;
import io.ssdlab.plugin.ssd.augment.Resize;
import io.ssdlab.plugin.ssd.backbone.SmallVggBackbone;
import io.ssdlab.plugin.ssd.backbone.Vgg16Backbone;
import io.ssdlab.plugin.ssd.loss.MultiBoxLoss;
import io.ssdlab.plugin.ssd.matching.BipartiteIouMatcher;
import io.ssdlab.plugin.ssd.prior.SsdPriorBoxGenerator;
import io.ssdlab.plugin.ssd.weights.CaffeSsd300CocoConversion;
import io.ssdlab.plugin.ssd.weights.CaffeSsd300VocConversion;
import io.ssdlab.plugin.ssd.weights.CaffeSsd512CocoConversion;
import io.ssdlab.plugin.ssd.weights.CaffeSsd512VocConversion;
import io.ssdlab.plugin.ssd.weights.CaffeVgg16Conversion;
import io.ssdlab.plugin.ssd.weights.KerasVgg16Conversion;
import io.ssdlab.plugin.ssd.weights.MxnetVgg16Conversion;
import io.ssdlab.plugin.ssd.weights.TorchvisionVgg16Conversion;
import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;

/** The plugin {@code ssd}: the defaults of SSD. */
public final class SsdPlugin implements Plugin {

    @Override
    public String name() {
        return "ssd";
    }

    @Override
    public void contribute(Contributions ssd) {
        ssd.backbone("vgg16", Vgg16Backbone.class)
                .backbone("small-vgg", SmallVggBackbone.class)
                .priorBoxes("ssd-priors", SsdPriorBoxGenerator.class)
                .matcher("bipartite-iou", BipartiteIouMatcher.class)
                .loss("multibox", MultiBoxLoss.class)
                .augmenter("colour-distortion", ColourDistortion.class)
                .augmenter("expansion", Expansion.class)
                .augmenter("batch-sampler", BatchSampler.class)
                .augmenter("resize", Resize.class)
                .augmenter("horizontal-flip", HorizontalFlip.class)
                .weights("vgg16-reduced-caffe", CaffeVgg16Conversion.class)
                .weights("vgg16-reduced-mxnet", MxnetVgg16Conversion.class)
                .weights("vgg16-torchvision", TorchvisionVgg16Conversion.class)
                .weights("vgg16-keras", KerasVgg16Conversion.class)
                .weights("ssd300-voc-caffe", CaffeSsd300VocConversion.class)
                .weights("ssd512-voc-caffe", CaffeSsd512VocConversion.class)
                .weights("ssd300-coco-caffe", CaffeSsd300CocoConversion.class)
                .weights("ssd512-coco-caffe", CaffeSsd512CocoConversion.class)
                .recipes(
                        "ssd300-voc07",
                        "ssd300-voc0712",
                        "ssd300-voc0712-expansion",
                        "ssd300-voc0712plus",
                        "ssd300-voc0712plus-expansion",
                        "ssd300-coco",
                        "ssd300-coco-expansion",
                        "ssd300-ilsvrc",
                        "ssd512-voc07",
                        "ssd512-voc0712",
                        "ssd512-voc0712-expansion",
                        "ssd512-voc0712plus",
                        "ssd512-voc0712plus-expansion",
                        "ssd512-coco",
                        "ssd512-coco-expansion");
    }
}
