package io.ssdlab.plugin.ssd.backbone;

import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The layers of a {@link Vgg16Backbone} for one input size, before any engine is involved: VGGNetBody and AddExtraLayers of
 * the original's scripts.
 *
 * @param sections what lies between two source maps, in order
 */
record Vgg16Plan(List<Section> sections) {

    private static final int SMALLEST_INPUT = 32;
    private static final int[] STAGE_LAYERS = {2, 2, 3, 3, 3};
    private static final int[] STAGE_CHANNELS = {64, 128, 256, 512, 512};

    /**
     * The layers that lead from one source map (or the image) to the next.
     *
     * @param layers in order
     * @param source the map that they yield
     * @param normalised whether an L2 normalisation, named as the source, stands between them and the heads
     */
    record Section(List<Layer> layers, SourceMap source, boolean normalised) {

        /**
         * Whether the ReLU of a convolution is computed after this layer: after the convolution itself, or after the max pool
         * that follows it. Both yield the same values and gradients, and behind the pool there are a quarter as many.
         */
        boolean isRectifiedAfter(int layer) {
            boolean ofPool = layers.get(layer).pooling().isPresent();
            boolean poolFollows =
                    layer + 1 < layers.size() && layers.get(layer + 1).pooling().isPresent();
            return ofPool ? layer > 0 : !poolFollows;
        }
    }

    /** One layer: a convolution, which a ReLU belongs to, or a max pool. */
    record Layer(Optional<ConvolutionUnit> convolution, Optional<PoolingUnit> pooling) {

        String name() {
            return convolution
                    .map(ConvolutionUnit::name)
                    .orElseGet(() -> pooling.orElseThrow().name());
        }
    }

    static Vgg16Plan of(Vgg16Config config, InputSize input) {
        if (Math.min(input.width(), input.height()) < SMALLEST_INPUT) {
            throw new IllegalArgumentException(
                    "vgg16 halves its input five times: %s is too small, take %d x %d or more"
                            .formatted(input, SMALLEST_INPUT, SMALLEST_INPUT));
        }
        return new Builder(config, input).build();
    }

    List<SourceMap> sources() {
        return sections.stream().map(Section::source).toList();
    }

    /** Walks through the layers with the size of the map so far. */
    private static final class Builder {

        private final Vgg16Config config;
        private final List<Section> sections = new ArrayList<>();
        private List<Layer> layers = new ArrayList<>();
        private int rows;
        private int columns;
        private int channels = 3;

        Builder(Vgg16Config config, InputSize input) {
            this.config = config;
            this.rows = input.height();
            this.columns = input.width();
        }

        Vgg16Plan build() {
            for (int stage = 1; stage <= STAGE_LAYERS.length; stage++) {
                for (int layer = 1; layer <= STAGE_LAYERS[stage - 1]; layer++) {
                    add(new ConvolutionUnit(
                            "conv%d_%d".formatted(stage, layer), divided(STAGE_CHANNELS[stage - 1]), 3, 1, 1));
                }
                if (stage == 4) {
                    source("conv4_3_norm", true);
                } else if (stage == 5 && !config.atrous()) {
                    source("conv5_3", false);
                }
                boolean keepsSize = stage == 5 && config.atrous();
                add(keepsSize ? new PoolingUnit("pool5", 3, 1, 1) : new PoolingUnit("pool" + stage, 2, 2, 0));
            }
            if (config.atrous()) {
                add(new ConvolutionUnit("fc6", divided(1024), 3, 1, 6, 6));
                add(new ConvolutionUnit("fc7", divided(1024), 1, 1, 0));
            } else {
                add(new ConvolutionUnit("fc6", divided(4096), 7, 1, 3));
                add(new ConvolutionUnit("fc7", divided(4096), 1, 1, 0));
            }
            source("fc7", false);
            addExtras();
            return new Vgg16Plan(List.copyOf(sections));
        }

        private void addExtras() {
            for (int number = 6; ; number++) {
                int outputs = divided(number == 6 ? 512 : 256);
                String name = "conv%d_2".formatted(number);
                Optional<ConvolutionUnit> unit = config.extras().next(name, outputs, Math.min(rows, columns));
                if (unit.isEmpty()) {
                    return;
                }
                add(new ConvolutionUnit("conv%d_1".formatted(number), outputs / 2, 1, 1, 0));
                add(unit.get());
                source(name, false);
            }
        }

        private int divided(int original) {
            return original / config.channelDivisor();
        }

        private void add(ConvolutionUnit unit) {
            layers.add(new Layer(Optional.of(unit), Optional.empty()));
            rows = unit.outputSide(rows);
            columns = unit.outputSide(columns);
            channels = unit.channels();
        }

        private void add(PoolingUnit unit) {
            layers.add(new Layer(Optional.empty(), Optional.of(unit)));
            rows = unit.outputSide(rows);
            columns = unit.outputSide(columns);
        }

        private void source(String name, boolean normalised) {
            sections.add(new Section(List.copyOf(layers), new SourceMap(name, channels, rows, columns), normalised));
            layers = new ArrayList<>();
        }
    }
}
