package io.ssdlab.core.train;

import ai.djl.nn.Parameter;

/**
 * By how much a parameter's learning rate and weight decay differ from the global ones, by its kind ({@code lr_mult} and
 * {@code decay_mult} of the original: 2 and 0 for biases, 1 and 1 for weights and normalisation scales).
 *
 * @param biasLearningRate for biases (also the shifts of batch normalisation)
 * @param biasWeightDecay for biases (also the shifts of batch normalisation)
 * @param scaleWeightDecay for normalisation scales
 */
public record ParameterMultipliers(double biasLearningRate, double biasWeightDecay, double scaleWeightDecay) {

    double learningRate(Parameter.Type type) {
        return isBias(type) ? biasLearningRate : 1;
    }

    double weightDecay(Parameter.Type type) {
        if (isBias(type)) {
            return biasWeightDecay;
        }
        return type == Parameter.Type.GAMMA ? scaleWeightDecay : 1;
    }

    private static boolean isBias(Parameter.Type type) {
        return type == Parameter.Type.BIAS || type == Parameter.Type.BETA;
    }
}
