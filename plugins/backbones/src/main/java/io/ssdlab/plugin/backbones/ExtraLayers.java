package io.ssdlab.plugin.backbones;

/**
 * SSD's layers behind a classification network: 1x1 and 3x3 convolutions in turn that shrink the map down to one cell
 * (AddExtraLayers of the original's scripts; NVIDIA's SSD with ResNet has the same with batch normalisation).
 *
 * @param width of the network
 */
record ExtraLayers(ChannelWidth width) {

    /**
     * Adds a source map {@code convN_2} by {@code convN_1}.
     *
     * @param number N
     * @param channels of the source map at width 1; the 1x1 convolution before it has half of them
     */
    void add(Pyramid.Builder pyramid, int number, int channels) {
        String name = "conv" + number;
        pyramid.add(NormalisedConvolution.of(name + "_1", width.of(channels / 2), Kernel.POINTWISE, Nonlinearity.RELU))
                .add(NormalisedConvolution.of(
                        name + "_2", width.of(channels), shrinking(pyramid.side()), Nonlinearity.RELU))
                .source(name + "_2");
    }

    /** Adds source maps of equal channels until one cell is left along the shorter side. */
    void addDownToOneCell(Pyramid.Builder pyramid, int firstNumber, int channels) {
        for (int number = firstNumber; pyramid.side() > 1; number++) {
            add(pyramid, number, channels);
        }
    }

    /**
     * As the original's for the sides that occur there: 5 and 3 cells are SSD300's, whose last layers go unpadded; 2 is
     * SSD512's, which ends with a 4x4.
     */
    private static Kernel shrinking(int side) {
        return switch (side) {
            case 3, 5 -> Kernel.unpadded(3);
            case 2 -> new Kernel(4, 1, 1, 1);
            default -> Kernel.same(3, 2);
        };
    }
}
