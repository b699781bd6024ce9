/**
 * Networks below the prediction heads that came with batch normalisation: VGG16 with it, ResNet and MobileNetV2, each with
 * the layers behind it that SSD puts there.
 */
package io.ssdlab.plugin.backbones;
