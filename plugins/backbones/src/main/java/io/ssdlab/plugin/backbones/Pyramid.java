package io.ssdlab.plugin.backbones;

import ai.djl.nn.Block;
import io.ssdlab.spi.model.BackboneNetwork;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A network for one input size, before any engine is involved: layers in a row, parted by the source maps that they yield.
 *
 * @param sections in order
 */
record Pyramid(List<Section> sections) {

    /** The channels of an image. */
    private static final int IMAGE_CHANNELS = 3;

    Pyramid {
        sections = List.copyOf(sections);
    }

    /**
     * The layers that lead from one source map (or the image) to the next.
     *
     * @param source the map that they yield; the next section takes it as it is
     */
    record Section(List<Layer> layers, SourceMap source) {

        Section {
            layers = List.copyOf(layers);
        }
    }

    List<SourceMap> sources() {
        return sections.stream().map(Section::source).toList();
    }

    /** The network as a block, its weights to be drawn from {@code random}. */
    BackboneNetwork build(RandomGenerator random) {
        Construction construction = new Construction(random);
        List<Block> blocks = new ArrayList<>();
        int channels = IMAGE_CHANNELS;
        for (Section section : sections) {
            blocks.add(construction.sequence(channels, section.layers()));
            channels = section.source().channels();
        }
        return new BackboneNetwork(new PyramidBlock(blocks), construction.parameters());
    }

    /** Stacks layers and keeps track of the map so far. */
    static final class Builder {

        private final List<Section> sections = new ArrayList<>();
        private List<Layer> layers = new ArrayList<>();
        private int rows;
        private int columns;
        private int channels = IMAGE_CHANNELS;

        /**
         * For images of a size.
         *
         * @param backbone named in messages
         * @param smallestSide of which the network leaves something to see
         * @throws IllegalArgumentException if the input is smaller
         */
        Builder(String backbone, InputSize input, int smallestSide) {
            if (Math.min(input.width(), input.height()) < smallestSide) {
                throw new IllegalArgumentException("%s takes inputs of %d x %d pixels or more, not of %s"
                        .formatted(backbone, smallestSide, smallestSide, input));
            }
            this.rows = input.height();
            this.columns = input.width();
        }

        Builder add(Layer layer) {
            layers.add(layer);
            rows = layer.outputSide(rows);
            columns = layer.outputSide(columns);
            channels = layer.outputChannels(channels);
            return this;
        }

        /** Makes a source map of what the layers so far yield. */
        Builder source(String name) {
            sections.add(new Section(layers, new SourceMap(name, channels, rows, columns)));
            layers = new ArrayList<>();
            return this;
        }

        /** The channels of the map so far. */
        int channels() {
            return channels;
        }

        /** The cells along the shorter side of the map so far. */
        int side() {
            return Math.min(rows, columns);
        }

        Pyramid build() {
            if (!layers.isEmpty()) {
                throw new IllegalStateException("layers behind the last source map: " + layers);
            }
            return new Pyramid(sections);
        }
    }
}
