package io.ssdlab.benchmark.peer;

import ai.djl.ndarray.NDArray;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.ParameterRows;

/**
 * Lets a network with drawn weights have as many candidates as a trained one: to drawn heads all classes are alike, and every
 * prior box would go through non-maximum suppression. Raises the biases of the background's logits.
 */
final class BackgroundBias {

    private static final double WIDEST = 1e4;
    private static final int HALVINGS = 60;

    private final DetectorNetwork network;
    private final int logits;
    private final float threshold;

    /** @param threshold that a candidate's score passes */
    BackgroundBias(DetectorNetwork network, int classes, float threshold) {
        this.network = network;
        this.logits = 1 + classes;
        this.threshold = threshold;
    }

    /**
     * Raises the biases.
     *
     * @param classLogits {@code [images, priors, 1 + classes]} of the network as it is
     * @param wanted candidates of an image, over all classes
     */
    void calibrate(float[] classLogits, int wanted) {
        int images = classLogits.length / logits / network.layout().priors().size();
        double low = -WIDEST;
        double high = WIDEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (candidates(classLogits, middle) > (long) wanted * images) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double bias = high;
        network.headTensors().logits().stream()
                .filter(name -> name.endsWith(".bias"))
                .forEach(name -> raise(name, (float) bias));
    }

    private long candidates(float[] classLogits, double bias) {
        long candidates = 0;
        for (int prior = 0; prior < classLogits.length; prior += logits) {
            double greatest = classLogits[prior] + bias;
            for (int label = 1; label < logits; label++) {
                greatest = Math.max(greatest, classLogits[prior + label]);
            }
            double sum = Math.exp(classLogits[prior] + bias - greatest);
            for (int label = 1; label < logits; label++) {
                sum += Math.exp(classLogits[prior + label] - greatest);
            }
            for (int label = 1; label < logits; label++) {
                if (Math.exp(classLogits[prior + label] - greatest) / sum > threshold) {
                    candidates++;
                }
            }
        }
        return candidates;
    }

    private void raise(String tensor, float bias) {
        ParameterRows rows = network.tensors().get(tensor);
        NDArray array = network.parameters().get(rows.parameter()).getArray();
        float[] values = rows.read(array);
        for (int box = 0; box < values.length; box += logits) {
            values[box] += bias;
        }
        rows.write(array, values);
    }
}
