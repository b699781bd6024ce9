package io.ssdlab.core.experiment;

import io.ssdlab.core.train.ParameterMultipliers;
import io.ssdlab.spi.Setting;

/** Stochastic gradient descent with momentum, as Caffe's SGDSolver with the original's parameter multipliers. */
public record OptimiserSettings(
        @Setting(value = "Learning rate of the weights at the start.", min = 0, aboveMin = true)
        double learningRate,

        @Setting(value = "Share of the last step that the next one keeps.", defaultsTo = "0.9", min = 0, max = 1)
        double momentum,

        @Setting(value = "L2 decay of the weights.", defaultsTo = "0.0005", min = 0)
        double weightDecay,

        @Setting(value = "Factor on the learning rate of biases.", defaultsTo = "2", min = 0)
        double biasLearningRateMultiplier,

        @Setting(value = "Factor on the decay of biases.", defaultsTo = "0", min = 0)
        double biasWeightDecayMultiplier,

        @Setting(value = "Factor on the decay of normalisation scales.", defaultsTo = "1", min = 0)
        double normalisationWeightDecayMultiplier,

        @Setting(value = "Iterations over which the learning rate rises to its full value.", defaultsTo = "0", min = 0)
        int warmUpIterations) {

    /** How biases and normalisation scales differ from weights. */
    public ParameterMultipliers multipliers() {
        return new ParameterMultipliers(
                biasLearningRateMultiplier, biasWeightDecayMultiplier, normalisationWeightDecayMultiplier);
    }
}
