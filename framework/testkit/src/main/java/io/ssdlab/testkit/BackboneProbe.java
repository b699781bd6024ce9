package io.ssdlab.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.BackboneNetwork;
import io.ssdlab.spi.model.InputSize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** A backbone's network on an engine, with what a contract wants to do to it. */
final class BackboneProbe {

    /** By how much a training step changes a parameter, as a share of its norm (or of 1, if that is 0). */
    private static final float CHANGE = 0.05f;

    private final NDManager manager;
    private final InputSize input;
    private final BackboneNetwork network;

    /** Builds and initialises a network of its own. */
    BackboneProbe(NDManager manager, Backbone backbone, InputSize input, int batch, long seed) {
        this.manager = manager;
        this.input = input;
        this.network = backbone.build(input, new SplittableRandom(seed));
        network.block().initialize(manager, DataType.FLOAT32, new Shape(batch, 3, input.height(), input.width()));
    }

    BackboneNetwork network() {
        return network;
    }

    /** Pixels of some images, {@code [batch, 3, height, width]}; the first image of a seed is the same in every batch. */
    NDArray images(int batch, long seed) {
        float[] pixels = new float[batch * 3 * input.height() * input.width()];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble(-120, 130);
        }
        return manager.create(pixels, new Shape(batch, 3, input.height(), input.width()));
    }

    NDList forward(NDArray images, boolean training) {
        return network.block().forward(new ParameterStore(manager, false), new NDList(images), training);
    }

    /** The gradients, by parameter, of a scalar that every value of every map has a part in. */
    Map<String, float[]> gradients(NDArray images) {
        return gradients(images, () -> {});
    }

    /**
     * The same.
     *
     * @param between what happens after the forward pass and before the backward pass
     */
    Map<String, float[]> gradients(NDArray images, Runnable between) {
        learnt().values().forEach(parameter -> parameter.getArray().setRequiresGradient(true));
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray sum = manager.create(0f);
            for (NDArray map : forward(images, true)) {
                // A plain sum of normalised maps is constant, their cubes' is not.
                sum = sum.add(map.square().mul(map).sum());
            }
            between.run();
            collector.backward(sum);
        }
        Map<String, float[]> gradients = new LinkedHashMap<>();
        learnt().forEach((name, parameter) -> {
            gradients.put(name, parameter.getArray().getGradient().toFloatArray());
            // PyTorch would add the next one to it.
            parameter.getArray().getGradient().muli(0);
        });
        return gradients;
    }

    /** Moves every learnt parameter a little against its gradient. */
    void train(NDArray images) {
        gradients(images).forEach((name, gradient) -> {
            NDArray array = network.parameters().get(name).getArray();
            double norm = Norm.of(array.toFloatArray());
            double size = norm == 0 ? 1 : norm;
            double length = Norm.of(gradient);
            float[] change = new float[gradient.length];
            for (int i = 0; i < change.length && length > 0; i++) {
                change[i] = (float) (CHANGE * size * (gradient[i] / length));
            }
            // Not set: inference has MXNet lay weights out anew, some time after it, and it copies no values to such
            // arrays.
            array.subi(manager.create(change, array.getShape()));
        });
    }

    /** The values of all parameters, the running statistics too, under their names. */
    Map<String, float[]> values() {
        Map<String, float[]> values = new LinkedHashMap<>();
        network.parameters()
                .forEach((name, parameter) ->
                        values.put(name, parameter.getArray().toFloatArray()));
        return values;
    }

    /** All parameters as safetensors, under their names. */
    byte[] save() throws IOException {
        NDList arrays = new NDList();
        network.parameters().forEach((name, parameter) -> {
            NDArray copy = parameter.getArray().duplicate();
            copy.setName(name);
            arrays.add(copy);
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        arrays.encode(out, NDList.Encoding.SAFETENSORS);
        return out.toByteArray();
    }

    /** Overwrites the parameters by what {@link #save} gave. */
    void load(byte[] saved) throws IOException {
        for (NDArray array : NDList.decode(manager, new ByteArrayInputStream(saved))) {
            network.parameters().get(array.getName()).getArray().set(array.toFloatArray());
        }
    }

    private Map<String, Parameter> learnt() {
        Map<String, Parameter> learnt = new LinkedHashMap<>(network.parameters());
        learnt.values().removeIf(parameter -> !parameter.requiresGradient());
        return learnt;
    }
}
