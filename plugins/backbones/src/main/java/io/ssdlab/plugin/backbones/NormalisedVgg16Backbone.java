package io.ssdlab.plugin.backbones;

import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.BackboneNetwork;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import jakarta.inject.Inject;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The original's network with batch normalisation behind each convolution in the place of its bias: VGG16 (configuration D
 * of arXiv 1409.1556) with fc6 and fc7 subsampled and dilated, and SSD's extra layers (SSD, arXiv 1512.02325, sections 2.1
 * and 3; examples/ssd/ssd_pascal.py of the original). With it the network trains from scratch.
 *
 * <p>Source maps at 300x300: conv4_3, fc7, conv6_2 to conv9_2 of 38, 19, 10, 5, 3 and 1 cells a side; at 512x512 conv10_2
 * besides, of 64, 32, 16, 8, 4, 2 and 1. conv4_3 needs no L2 normalisation: its batch normalisation keeps it at the scale of
 * the other maps.
 *
 * <p>Parameters are named after the original's layers: {@code conv1_1.weight}, {@code conv1_1_bn.running_mean}.
 */
public final class NormalisedVgg16Backbone implements Backbone {

    private static final int SMALLEST_SIDE = 32;
    private static final int[] STAGE_LAYERS = {2, 2, 3, 3, 3};
    private static final int[] STAGE_CHANNELS = {64, 128, 256, 512, 512};
    private static final int POOL_LEFT_OUT = 3;

    private final NormalisedVgg16Config config;

    @Inject
    public NormalisedVgg16Backbone(NormalisedVgg16Config config) {
        this.config = config;
    }

    @Override
    public List<SourceMap> sources(InputSize input) {
        return pyramid(input).sources();
    }

    @Override
    public BackboneNetwork build(InputSize input, RandomGenerator random) {
        return pyramid(input).build(random);
    }

    private Pyramid pyramid(InputSize input) {
        ChannelWidth width = new ChannelWidth(config.width());
        Pyramid.Builder pyramid = new Pyramid.Builder("vgg16-batch-norm", input, SMALLEST_SIDE);
        for (int stage = 1; stage <= STAGE_LAYERS.length; stage++) {
            for (int layer = 1; layer <= STAGE_LAYERS[stage - 1]; layer++) {
                pyramid.add(NormalisedConvolution.of(
                        "conv%d_%d".formatted(stage, layer),
                        width.of(STAGE_CHANNELS[stage - 1]),
                        Kernel.same(3, 1),
                        Nonlinearity.RELU));
            }
            if (stage == 4) {
                pyramid.source("conv4_3");
            }
            if (stage == STAGE_LAYERS.length) {
                pyramid.add(new MaxPool(Kernel.same(3, 1), true));
            } else if (stage != POOL_LEFT_OUT || config.finestStride() == 8) {
                pyramid.add(new MaxPool(new Kernel(2, 2, 0, 1), true));
            }
        }
        pyramid.add(NormalisedConvolution.of("fc6", width.of(1024), new Kernel(3, 1, 6, 6), Nonlinearity.RELU))
                .add(NormalisedConvolution.of("fc7", width.of(1024), Kernel.POINTWISE, Nonlinearity.RELU))
                .source("fc7");
        ExtraLayers extras = new ExtraLayers(width);
        extras.add(pyramid, 6, 512);
        extras.addDownToOneCell(pyramid, 7, 256);
        return pyramid.build();
    }
}
