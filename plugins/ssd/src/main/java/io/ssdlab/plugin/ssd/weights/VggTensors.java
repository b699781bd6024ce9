package io.ssdlab.plugin.ssd.weights;

import io.ssdlab.spi.weights.HostTensor;
import io.ssdlab.spi.weights.TensorRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The layers of VGG16 (arXiv 1409.1556, Table 1, D) and how its fully connected ones become SSD's convolutions. */
final class VggTensors {

    /** In the order of the network. */
    static final List<String> CONVOLUTIONS = List.of(
            "conv1_1", "conv1_2", "conv2_1", "conv2_2", "conv3_1", "conv3_2", "conv3_3", "conv4_1", "conv4_2",
            "conv4_3", "conv5_1", "conv5_2", "conv5_3");

    private static final int MAP_CHANNELS = 512;
    private static final int MAP_SIDE = 7;

    /** Of 4096 outputs every fourth is kept (paper section 3, "Base network"). */
    private static final int OUTPUT_STEP = 4;

    /** Of the map every third row and column. */
    private static final int[] KEPT_CELLS = {0, 3, 6};

    private VggTensors() {}

    /** {@code LAYER.weight} and {@code LAYER.bias} of each convolution, from tensors named by a prefix and a suffix. */
    static List<TensorRule> convolutions(String prefix, String weight, String bias) {
        List<TensorRule> rules = new ArrayList<>();
        for (String layer : CONVOLUTIONS) {
            rules.addAll(TensorRule.weightAndBias(layer, prefix + layer + weight, prefix + layer + bias));
        }
        return rules;
    }

    /** The first convolution's weights, {@code [64, 3, 3, 3]}, with each input channel divided: for pixels that are not. */
    static UnaryOperator<HostTensor> dividedInputs(float... divisors) {
        return weights -> {
            List<Integer> shape = weights.shape();
            if (shape.size() != 4 || shape.get(1) != divisors.length) {
                throw new IllegalArgumentException("expected a convolution of %d channels".formatted(divisors.length));
            }
            float[] divided = weights.values().clone();
            int cells = shape.get(2) * shape.get(3);
            for (int i = 0; i < divided.length; i++) {
                divided[i] /= divisors[i / cells % divisors.length];
            }
            return HostTensor.of(
                    divided, shape.stream().mapToInt(Integer::intValue).toArray());
        };
    }

    /** VGG16's first fully connected layer, {@code [4096, 512 * 7 * 7]}, as fc6, {@code [1024, 512, 3, 3]}. */
    static HostTensor reducedFirst(HostTensor weights) {
        return weights.reshaped(weights.shape().get(0), MAP_CHANNELS, MAP_SIDE, MAP_SIDE)
                .slices(0, kept(weights, 0))
                .slices(2, KEPT_CELLS)
                .slices(3, KEPT_CELLS);
    }

    /** VGG16's second fully connected layer, {@code [4096, 4096]}, as fc7, {@code [1024, 1024, 1, 1]}. */
    static HostTensor reducedSecond(HostTensor weights) {
        HostTensor kept = weights.slices(0, kept(weights, 0)).slices(1, kept(weights, 1));
        return kept.reshaped(kept.shape().get(0), kept.shape().get(1), 1, 1);
    }

    /** The biases of either, {@code [4096]}, for the outputs that are kept. */
    static HostTensor reducedBias(HostTensor biases) {
        return biases.slices(0, kept(biases, 0));
    }

    private static int[] kept(HostTensor tensor, int axis) {
        int outputs = tensor.shape().get(axis);
        if (outputs % OUTPUT_STEP != 0) {
            throw new IllegalArgumentException(
                    "expected a multiple of %d outputs, 4096 of VGG16".formatted(OUTPUT_STEP));
        }
        return IntStream.range(0, outputs / OUTPUT_STEP)
                .map(output -> OUTPUT_STEP * output)
                .toArray();
    }
}
