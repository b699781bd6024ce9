package io.ssdlab.plugin.backbones;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Optional;

/**
 * A convolution whose windows lie as its kernel says, by its own weights or others of their shape.
 *
 * <p>{@link WindowPlacement#CENTRE} at stride 2 is TensorFlow's padding SAME: over an even number of cells the first window
 * begins at the first cell and the last one reaches one cell out of the map; over an odd number both reach out. Neither engine
 * pads at one end only. With one cell more at both ends the windows lie right and there is one too many in front, which is cut
 * off: cheaper than a padded copy of the input, which is four times as large as the output.
 */
final class KernelConvolution extends AbstractBlock {

    private static final int HALVED = 2;

    private final Conv2d convolution;
    private final Kernel kernel;
    private final boolean centred;

    /**
     * Takes over a convolution.
     *
     * @param convolution without bias
     * @param kernel its own; if its windows are centred, of stride 1, or of stride 2 and an odd side
     */
    KernelConvolution(Conv2d convolution, Kernel kernel) {
        this.centred = kernel.placement() == WindowPlacement.CENTRE && kernel.stride() > 1;
        if (centred && (kernel.stride() != HALVED || kernel.side() % HALVED == 0 || kernel.dilation() != 1)) {
            throw new IllegalArgumentException("no centred convolution for " + kernel);
        }
        this.convolution = addChildBlock("convolution", convolution);
        this.kernel = kernel;
    }

    /** Its weights, {@code [filters, inputs of a group, rows, columns]}. */
    NDArray weight(ParameterStore parameterStore, Device device, boolean training) {
        return parameterStore.getValue(convolution.getDirectParameters().get("weight"), device, training);
    }

    /** A map, {@code [batch, channels, rows, columns]}, convolved by weights of this one's shape. */
    NDArray convolve(NDArray map, NDArray weight, Optional<NDArray> bias) {
        int rows = centred ? surplus(map.getShape().get(2)) : 0;
        int columns = centred ? surplus(map.getShape().get(3)) : 0;
        int groups = Math.toIntExact(map.getShape().get(1) / weight.getShape().get(1));
        NDArray convolved = Conv2d.conv2d(
                        map,
                        weight,
                        bias.orElse(null),
                        kernel.strideShape(),
                        new Shape(kernel.padding() + rows, kernel.padding() + columns),
                        kernel.dilationShape(),
                        groups)
                .singletonOrThrow();
        return rows + columns == 0 ? convolved : convolved.get(":, :, %d:, %d:".formatted(rows, columns));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameterStore, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray map = inputs.singletonOrThrow();
        return new NDList(convolve(map, weight(parameterStore, map.getDevice(), training), Optional.empty()));
    }

    /** Cells of padding beyond the usual, and windows to cut off in front. */
    private static int surplus(long cells) {
        return cells % HALVED == 0 ? 1 : 0;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape input = inputShapes[0];
        long filters =
                convolution.getDirectParameters().get("weight").getShape().get(0);
        return new Shape[] {
            new Shape(
                    input.get(0),
                    filters,
                    kernel.outputSide(Math.toIntExact(input.get(2))),
                    kernel.outputSide(Math.toIntExact(input.get(3))))
        };
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        convolution.initialize(manager, dataType, inputShapes);
    }
}
