package io.ssdlab.plugin.backbones;

import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.BackboneNetwork;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import jakarta.inject.Inject;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * MobileNetV2 (Sandler et al., arXiv 1801.04381, Table 2) with the extra layers of SSDLite behind it (section 6.2; as the
 * authors' configuration of TensorFlow's detection API has them). To be SSDLite it takes {@code model.heads: separable}.
 *
 * <p>Source maps at 300x300: expansion13 (the expansion of block 13), conv_last, and extra1 to extra4, of 19, 10, 5, 3, 2
 * and 1 cells a side; at 512x512 of 32, 16, 8, 4, 2 and 1; at 152x152 with {@code finest-stride: 4} of 38, 19, 10, 5, 3 and
 * 1. With {@code maps: ssd300} there is a finer map in front, expansion6, and one extra layer less: at 300x300 they have 38,
 * 19, 10, 5, 3 and 1 cells a side, as SSD300's. Blocks are counted from 0 as in Keras, so that block 13 is the last but three; the paper, which counts the first
 * convolution too, calls it layer 15.
 *
 * <p>Parameters of MobileNetV2 are named as torchvision's ({@code features.0.0.weight}, {@code features.14.conv.0.0.weight}),
 * whose weights, saved as safetensors, are thus initial weights of this; they want RGB images, {@code (value - mean) / 58} or
 * so. The extra layers' are {@code extra1_1.weight}, {@code extra1_dw.weight}, {@code extra1_2.weight}, each with {@code
 * _bn.weight} and so on.
 */
public final class MobileNetV2Backbone implements Backbone {

    private static final int SMALLEST_SIDE = 32;
    private static final int FIRST_CHANNELS = 32;
    private static final int LAST_CHANNELS = 1280;
    private static final int[] EXTRA_CHANNELS = {512, 256, 256, 128};
    private static final int TAPPED_BLOCK = 13;
    private static final int FINER_TAPPED_BLOCK = 6;

    /** Table 2. */
    private static final List<Stage> STAGES = List.of(
            new Stage(1, 16, 1, 1),
            new Stage(6, 24, 2, 2),
            new Stage(6, 32, 3, 2),
            new Stage(6, 64, 4, 2),
            new Stage(6, 96, 3, 1),
            new Stage(6, 160, 3, 2),
            new Stage(6, 320, 1, 1));

    private final MobileNetV2Config config;

    /** A line of Table 2: t, c, n and s. */
    private record Stage(int expansion, int channels, int blocks, int stride) {}

    @Inject
    public MobileNetV2Backbone(MobileNetV2Config config) {
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
        Pyramid.Builder pyramid = new Pyramid.Builder("mobilenet-v2", input, SMALLEST_SIDE);
        pyramid.add(features("features.0", width.of(FIRST_CHANNELS), same(2)));
        int block = 0;
        for (Stage stage : STAGES) {
            for (int i = 0; i < stage.blocks(); i++, block++) {
                InvertedResidual residual = new InvertedResidual(
                        "features.%d.conv".formatted(block + 1),
                        stage.expansion(),
                        width.of(stage.channels()),
                        same(i == 0 && !isLeftOut(block) ? stage.stride() : 1));
                if (isTapped(block)) {
                    residual.addTo(pyramid, "expansion" + block);
                } else {
                    residual.addTo(pyramid);
                }
            }
        }
        // For widths below 1 the paper leaves the last layer as it is (section 6.1).
        pyramid.add(features("features.%d".formatted(block + 1), LAST_CHANNELS, Kernel.POINTWISE))
                .source("conv_last");
        int extraLayers = config.maps().extraLayers();
        for (int extra = 1; extra <= extraLayers; extra++) {
            int channels = EXTRA_CHANNELS[extra - 1];
            addExtra(pyramid, "extra" + extra, width.of(channels / 2), width.of(channels), extra == extraLayers);
        }
        return pyramid.build();
    }

    /** Whether a block that halves the map is not to, since a finer source map is wanted. */
    private boolean isLeftOut(int block) {
        return (block == 6 && config.finestStride() < 16) || (block == 3 && config.finestStride() < 8);
    }

    private boolean isTapped(int block) {
        return block == TAPPED_BLOCK || (block == FINER_TAPPED_BLOCK && config.maps() == MobileNetV2Config.Maps.SSD300);
    }

    private Kernel same(int stride) {
        return Kernel.same(3, stride, config.windows());
    }

    /** At the end nine cells become one, as in SSD300. */
    private void addExtra(Pyramid.Builder pyramid, String name, int half, int channels, boolean isLast) {
        Kernel kernel = isLast && pyramid.side() == 3 ? Kernel.unpadded(3) : same(2);
        pyramid.add(NormalisedConvolution.of(name + "_1", half, Kernel.POINTWISE, Nonlinearity.RELU6))
                .add(new NormalisedConvolution(name + "_dw", name + "_dw_bn", half, kernel, true, Nonlinearity.RELU6))
                .add(NormalisedConvolution.of(name + "_2", channels, Kernel.POINTWISE, Nonlinearity.RELU6))
                .source(name);
    }

    private static NormalisedConvolution features(String name, int channels, Kernel kernel) {
        return new NormalisedConvolution(name + ".0", name + ".1", channels, kernel, false, Nonlinearity.RELU6);
    }
}
