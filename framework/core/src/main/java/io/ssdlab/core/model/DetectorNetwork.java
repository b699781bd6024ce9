package io.ssdlab.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Convolution;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.training.Predictions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A single-shot detector on an engine: initialised parameters and a forward pass.
 *
 * <p>Used from the thread that made it (on PyTorch, other threads record gradients unasked). Its parameters live in the
 * manager given; what a forward pass makes lives in the manager of its input.
 */
public final class DetectorNetwork {

    private final DetectorLayout layout;
    private final SingleShotBlock block;
    private final Map<String, Parameter> parameters;
    private final Map<String, ParameterRows> tensors;
    private final HeadTensors headTensors;
    private final long parameterCount;
    private final ParameterStore store;

    /** Of a design that is initialised. */
    DetectorNetwork(
            DetectorLayout layout,
            SingleShotBlock block,
            Map<String, Parameter> parameters,
            Map<String, ParameterRows> tensors,
            HeadTensors headTensors,
            long parameterCount,
            ParameterStore store) {
        this.layout = layout;
        this.block = block;
        this.parameters = Collections.unmodifiableMap(parameters);
        this.tensors = Collections.unmodifiableMap(tensors);
        this.headTensors = headTensors;
        this.parameterCount = parameterCount;
        this.store = store;
    }

    /** Builds and initialises a network for {@code classes} classes besides the background. */
    public static DetectorNetwork create(
            Backbone backbone, DetectorLayout layout, int classes, NDManager manager, RandomGenerator random) {
        return NetworkDesign.of(backbone, layout, classes, random).initialise(manager);
    }

    /**
     * A forward pass.
     *
     * @param pixels {@code [batch, height, width, 3]}, preprocessed. Channels last: as a view it is the layout in which
     *     PyTorch's convolutions run fastest; MXNet copies it, which costs less than a hundredth of a step
     * @param training whether batch normalisation uses the batch's statistics and updates its own, unless they are frozen
     */
    public Predictions forward(NDArray pixels, boolean training) {
        NDList output = block.forward(store, new NDList(pixels.transpose(0, 3, 1, 2)), training);
        return new Predictions(output.get(0), output.get(1));
    }

    /**
     * What a forward pass in training makes on its way, to see where it goes wrong: the source maps under their names, then
     * {@code offsets} and {@code logits}.
     *
     * @param pixels as for {@link #forward}
     */
    public Map<String, NDArray> activations(NDArray pixels) {
        Map<String, NDArray> activations = new LinkedHashMap<>();
        NDList maps = block.sourceMaps(store, new NDList(pixels.transpose(0, 3, 1, 2)), true);
        for (int i = 0; i < maps.size(); i++) {
            activations.put(layout.sources().get(i).name(), maps.get(i));
        }
        Predictions predictions = forward(pixels, true);
        activations.put("offsets", predictions.boxOffsets());
        activations.put("logits", predictions.classLogits());
        return activations;
    }

    public DetectorLayout layout() {
        return layout;
    }

    /**
     * Every parameter, the running statistics too, in the network's order. A head's last convolution is padded, and with
     * {@link HeadType#CONVOLUTION} offsets and logits are one parameter; for files take {@link #tensors}.
     */
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    /**
     * Where each of the original's arrays lies in the parameters, by the name of its layer: {@code conv4_3.weight}, {@code
     * conv6_2_mbox_loc.bias}, {@code conv6_2_mbox_conf.bias}. Together these are all values but the heads' padding.
     */
    public Map<String, ParameterRows> tensors() {
        return tensors;
    }

    /** Which of the {@link #tensors} are the heads'. */
    public HeadTensors headTensors() {
        return headTensors;
    }

    /**
     * The multiply-accumulates of a forward pass over one image, in convolutions and fully connected layers, without the
     * padding of the heads.
     */
    public long multiplyAccumulates() {
        return multiplyAccumulates(block);
    }

    private static long multiplyAccumulates(Block block) {
        if (block instanceof PredictionHead head) {
            return head.effectiveMultiplyAccumulates();
        }
        if (block instanceof Convolution || block instanceof Linear) {
            Shape output = block.getOutputShapes(block.getInputShapes())[0];
            Shape weight = block.getDirectParameters().get("weight").getShape();
            // Each output value is a sum over all weights of its filter.
            return output.size() / output.get(0) * (weight.size() / weight.get(0));
        }
        return block.getChildren().values().stream()
                .mapToLong(DetectorNetwork::multiplyAccumulates)
                .sum();
    }

    /** The number of values that training learns unless they are frozen, without the padding of the heads. */
    public long parameterCount() {
        return parameterCount;
    }
}
