package io.ssdlab.core.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.ssdlab.core.data.BatchTargets;
import io.ssdlab.core.data.PixelUpload;
import io.ssdlab.core.data.TrainingBatch;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Predictions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One step of training: forward, loss, backward, update. Everything that a step makes on the device goes with the step.
 * Runs on the thread of the network.
 */
public final class TrainingStep {

    /** The name of the whole loss among the values of a step. */
    public static final String TOTAL = "loss";

    private final NDManager manager;
    private final DetectorNetwork network;
    private final BatchTargets targets;
    private final DetectionLoss loss;
    private final Sgd optimiser;
    private final Engine engine;
    private final PixelUpload upload = new PixelUpload();

    public TrainingStep(
            NDManager manager, DetectorNetwork network, BatchTargets targets, DetectionLoss loss, Sgd optimiser) {
        this.manager = manager;
        this.network = network;
        this.targets = targets;
        this.loss = loss;
        this.optimiser = optimiser;
        this.engine = manager.getEngine();
    }

    /** Looks at what this step works on. */
    Diagnosis diagnosis() {
        return new Diagnosis(manager, network, optimiser.velocities());
    }

    /**
     * Trains on a batch.
     *
     * @return the loss under the name {@link #TOTAL} and its terms under theirs; if it is not finite, the weights are left
     *     as they were
     */
    public Map<String, Float> run(TrainingBatch batch, double learningRate) {
        try (NDManager step = manager.newSubManager()) {
            NDArray pixels = upload.to(step, batch.pixels(), network.layout().input());
            LossTerms terms;
            try (GradientCollector collector = engine.newGradientCollector()) {
                Predictions predictions = network.forward(pixels, true);
                terms = loss.loss(predictions, targets.of(batch, predictions));
                collector.backward(terms.total());
            }
            Map<String, Float> values = new LinkedHashMap<>();
            float total = terms.total().getFloat();
            values.put(TOTAL, total);
            terms.terms().forEach((name, term) -> values.put(name, term.getFloat()));
            if (Float.isFinite(total)) {
                optimiser.step(learningRate);
            }
            return values;
        }
    }
}
