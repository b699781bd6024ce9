package io.ssdlab.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stochastic gradient descent with momentum in Caffe's form, the learning rate inside the velocity: {@code v = momentum *
 * v + rate * multiplier * (gradient + decay * multiplier * w); w = w - v} (SGDSolver of the original). A multiplier is that of
 * the parameter's kind times that of its group.
 *
 * <p>Owns the velocities, so that a checkpoint can hold them. Runs on the thread of the network.
 */
public final class Sgd {

    private final double momentum;
    private final double weightDecay;
    private final ParameterMultipliers multipliers;
    private final GroupMultipliers groups;
    private final Map<String, Parameter> learnt = new LinkedHashMap<>();
    private final Map<String, NDArray> velocities = new LinkedHashMap<>();

    /**
     * For initialised parameters by name. Those that require no gradient (running statistics, frozen layers) are left
     * alone. Velocities start at 0 and live in {@code manager}.
     */
    public Sgd(
            Map<String, Parameter> parameters,
            NDManager manager,
            double momentum,
            double weightDecay,
            ParameterMultipliers multipliers) {
        this(parameters, manager, momentum, weightDecay, multipliers, GroupMultipliers.NONE);
    }

    /** The same with factors beside those by kind; frozen parameters require no gradient. */
    public Sgd(
            Map<String, Parameter> parameters,
            NDManager manager,
            double momentum,
            double weightDecay,
            ParameterMultipliers multipliers,
            GroupMultipliers groups) {
        this.momentum = momentum;
        this.weightDecay = weightDecay;
        this.multipliers = multipliers;
        this.groups = groups;
        parameters.forEach((name, parameter) -> {
            if (parameter.requiresGradient()) {
                learnt.put(name, parameter);
                parameter.getArray().setRequiresGradient(true);
                velocities.put(
                        name,
                        manager.zeros(parameter.getShape(), parameter.getArray().getDataType()));
            }
        });
    }

    /** Moves every parameter by its gradient and clears the gradients: MXNet would overwrite them, PyTorch adds. */
    public void step(double learningRate) {
        learnt.forEach((name, parameter) -> {
            double rate = learningRate * multipliers.learningRate(parameter.getType()) * groups.learningRate(name);
            double decay = weightDecay * multipliers.weightDecay(parameter.getType()) * groups.weightDecay(name);
            NDArray weight = parameter.getArray();
            NDArray velocity = velocities.get(name);
            velocity.muli(momentum);
            try (NDArray gradient = weight.getGradient();
                    NDArray change = gradient.mul(rate)) {
                velocity.addi(change);
                gradient.muli(0);
            }
            if (decay != 0) {
                try (NDArray change = weight.mul(rate * decay)) {
                    velocity.addi(change);
                }
            }
            weight.subi(velocity);
        });
    }

    /** The velocity of each learnt parameter under the parameter's name; written to when a checkpoint is loaded. */
    public Map<String, NDArray> velocities() {
        return Collections.unmodifiableMap(velocities);
    }
}
