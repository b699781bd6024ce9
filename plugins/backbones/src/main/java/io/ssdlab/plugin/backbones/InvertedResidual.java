package io.ssdlab.plugin.backbones;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A block of MobileNetV2 (arXiv 1801.04381, section 3.3 and Table 1): a 1x1 convolution that expands, a depthwise 3x3 one,
 * and a linear 1x1 one that projects; added to its input where that has the same size.
 *
 * @param name before torchvision's numbers of its layers
 * @param expansion factor on the input's channels; at 1 nothing expands
 * @param channels of the output
 * @param kernel of the depthwise convolution
 */
record InvertedResidual(String name, int expansion, int channels, Kernel kernel) {

    /** Adds the whole block. */
    void addTo(Pyramid.Builder pyramid) {
        List<NormalisedConvolution> layers = layers(pyramid.channels());
        if (isAdded(pyramid.channels())) {
            pyramid.add(new Residual(layers, Optional.empty(), false));
        } else {
            layers.forEach(pyramid::add);
        }
    }

    /** Adds the block with its expansion as a source map. */
    void addTo(Pyramid.Builder pyramid, String source) {
        List<NormalisedConvolution> layers = layers(pyramid.channels());
        if (isAdded(pyramid.channels()) || expansion == 1) {
            throw new IllegalStateException(name + " has no expansion that a map could be taken from");
        }
        pyramid.add(layers.get(0)).source(source);
        layers.subList(1, layers.size()).forEach(pyramid::add);
    }

    private boolean isAdded(int inputChannels) {
        return kernel.stride() == 1 && inputChannels == channels;
    }

    private List<NormalisedConvolution> layers(int inputChannels) {
        List<NormalisedConvolution> layers = new ArrayList<>();
        int hidden = inputChannels * expansion;
        if (expansion > 1) {
            layers.add(new NormalisedConvolution(
                    name + ".0.0", name + ".0.1", hidden, Kernel.POINTWISE, false, Nonlinearity.RELU6));
        }
        int number = layers.size();
        layers.add(new NormalisedConvolution(
                "%s.%d.0".formatted(name, number),
                "%s.%d.1".formatted(name, number),
                hidden,
                kernel,
                true,
                Nonlinearity.RELU6));
        layers.add(new NormalisedConvolution(
                "%s.%d".formatted(name, number + 1),
                "%s.%d".formatted(name, number + 2),
                channels,
                Kernel.POINTWISE,
                false,
                Nonlinearity.NONE));
        return layers;
    }
}
