package io.ssdlab.benchmark.overhead;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import io.ssdlab.core.data.TrainingBatch;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Predictions;
import java.util.ArrayList;
import java.util.List;

/** A step of training as one would write it down in DJL for this one network, in Caffe's form of SGD. */
final class PlainStep {

    private final NDManager manager;
    private final Engine engine;
    private final DetectorNetwork network;
    private final DetectionLoss loss;
    private final List<NDArray> weights = new ArrayList<>();
    private final List<NDArray> velocities = new ArrayList<>();

    /** On parameters that require gradients already. */
    PlainStep(NDManager manager, DetectorNetwork network, DetectionLoss loss) {
        this.manager = manager;
        this.engine = manager.getEngine();
        this.network = network;
        this.loss = loss;
        for (Parameter parameter : network.parameters().values()) {
            if (parameter.requiresGradient()) {
                weights.add(parameter.getArray());
                velocities.add(manager.zeros(parameter.getShape()));
            }
        }
    }

    /** Trains on a batch that lies ready, and returns its loss. */
    float run(TrainingBatch batch, float rate, float momentum, float decay) {
        try (NDManager step = manager.newSubManager()) {
            InputSize input = network.layout().input();
            NDArray pixels =
                    step.create(batch.pixels(), new Shape(batch.samples().size(), input.height(), input.width(), 3));
            LossTerms terms;
            try (GradientCollector collector = engine.newGradientCollector()) {
                Predictions predictions = network.forward(pixels, true);
                terms = loss.loss(predictions, batch.targets());
                collector.backward(terms.total());
            }
            for (int i = 0; i < weights.size(); i++) {
                NDArray weight = weights.get(i);
                NDArray velocity = velocities.get(i);
                try (NDArray gradient = weight.getGradient();
                        NDArray decayed = weight.mul(decay);
                        NDArray sum = gradient.add(decayed);
                        NDArray change = sum.mul(rate)) {
                    velocity.muli(momentum).addi(change);
                    weight.subi(velocity);
                    gradient.muli(0);
                }
            }
            return terms.total().getFloat();
        }
    }
}
