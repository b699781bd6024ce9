package io.ssdlab.plugin.backbones;

import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.BackboneNetwork;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * ResNet-18 and ResNet-34 (He et al., arXiv 1512.03385, section 3.3 and Table 1) with SSD's extra layers behind them.
 *
 * <p>Source maps at 300x300: conv3_x, conv4_x, conv5_x, then conv6_2 to conv8_2, of 38, 19, 10, 5, 3 and 1 cells a side; at
 * 512x512 conv9_2 besides, of 64, 32, 16, 8, 4, 2 and 1. The last three stages are those that RetinaNet (arXiv 1708.02002)
 * predicts from; conv3_x is also the finest map of DSSD's SSD with ResNet (arXiv 1701.06659, Table 1). NVIDIA's SSD with
 * ResNet instead stops behind conv4_x, which it leaves at 38 cells a side: four times the work in that stage, and no use
 * for conv5_x.
 *
 * <p>Parameters of the ResNet are named as torchvision's ({@code conv1.weight}, {@code layer2.0.downsample.1.running_var}),
 * whose weights, saved as safetensors, are thus initial weights of this; they want RGB images, {@code (value - mean) / 58}
 * or so. The extra layers' are {@code conv6_1.weight}, {@code conv6_1_bn.weight} and so on.
 */
public final class ResNetBackbone implements Backbone {

    private static final int SMALLEST_SIDE = 32;
    private static final int FIRST_CHANNELS = 64;
    private static final int STAGES = 4;
    private static final int[] BLOCKS_OF_18 = {2, 2, 2, 2};
    private static final int[] BLOCKS_OF_34 = {3, 4, 6, 3};

    private final ResNetConfig config;

    @Inject
    public ResNetBackbone(ResNetConfig config) {
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
        Pyramid.Builder pyramid = new Pyramid.Builder("resnet", input, SMALLEST_SIDE);
        pyramid.add(new NormalisedConvolution(
                "conv1", "bn1", width.of(FIRST_CHANNELS), Kernel.same(7, 2), false, Nonlinearity.RELU));
        if (config.finestStride() == 8) {
            pyramid.add(new MaxPool(Kernel.same(3, 2), false));
        }
        int[] blocks = config.depth() == 18 ? BLOCKS_OF_18 : BLOCKS_OF_34;
        for (int stage = 1; stage <= STAGES; stage++) {
            int channels = width.of(FIRST_CHANNELS << (stage - 1));
            for (int block = 0; block < blocks[stage - 1]; block++) {
                int stride = stage > 1 && block == 0 ? 2 : 1;
                pyramid.add(basicBlock("layer%d.%d".formatted(stage, block), pyramid.channels(), channels, stride));
            }
            if (stage > 1) {
                pyramid.source("conv%d_x".formatted(stage + 1));
            }
        }
        new ExtraLayers(width).addDownToOneCell(pyramid, 6, 256);
        return pyramid.build();
    }

    /** Two 3x3 convolutions, and where the size changes a 1x1 one as shortcut (option B of section 3.3). */
    private static Residual basicBlock(String name, int inputChannels, int channels, int stride) {
        Optional<NormalisedConvolution> shortcut = stride == 1 && inputChannels == channels
                ? Optional.empty()
                : Optional.of(new NormalisedConvolution(
                        name + ".downsample.0",
                        name + ".downsample.1",
                        channels,
                        new Kernel(1, stride, 0, 1),
                        false,
                        Nonlinearity.NONE));
        return new Residual(
                List.of(
                        new NormalisedConvolution(
                                name + ".conv1",
                                name + ".bn1",
                                channels,
                                Kernel.same(3, stride),
                                false,
                                Nonlinearity.RELU),
                        new NormalisedConvolution(
                                name + ".conv2", name + ".bn2", channels, Kernel.same(3, 1), false, Nonlinearity.NONE)),
                shortcut,
                true);
    }
}
