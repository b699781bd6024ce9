package io.ssdlab.core.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.core.data.RandomStreams;
import io.ssdlab.core.data.TargetEncoder;
import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.core.train.PriorGradients;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import io.ssdlab.spi.training.PredictedBoxes;
import io.ssdlab.spi.training.PredictionMatcher;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Targets;
import java.util.List;
import java.util.Optional;

/**
 * An experiment's detector, its weights drawn for its first seed, or those that a run has learnt: what would its loss train on?
 *
 * <p>Used on the thread on which the engine was loaded.
 *
 * @param classes how many it tells apart, without the background
 * @param run whose weights to take; of the same network
 */
public record LossProbe(
        Experiment experiment, Components components, DetectorLayout layout, int classes, Optional<FinishedRun> run) {

    /**
     * Looks at an image as it is, without augmentation. Normalisations use their running statistics, as in detection.
     *
     * @param objects in normalised corners
     * @throws io.ssdlab.spi.InvalidInputException if the run's checkpoint is gone or of another network
     */
    public LossFocus on(Image image, List<GroundTruth> objects, EngineSession session) {
        try (NDManager manager = session.engine().newBaseManager(session.device())) {
            DetectorNetwork network = DetectorNetwork.create(
                    components.backbone(),
                    layout,
                    classes,
                    manager,
                    new RandomStreams(experiment.seeds().get(0)).weights());
            run.ifPresent(stored -> StoredDetector.readWeights(stored, network, manager));
            Predictions predictions = network.forward(pixels(image, manager), false);
            Matching matching = matching(objects, predictions);
            return new LossFocus(
                    matching, PriorGradients.of(components.loss(), predictions, targets(objects, matching)));
        }
    }

    private NDArray pixels(Image image, NDManager manager) {
        InputSize input = layout.input();
        float[] pixels = new float[3 * input.width() * input.height()];
        experiment.model().inputEncoder().write(image, pixels, 0);
        return manager.create(pixels, new Shape(1, input.height(), input.width(), 3));
    }

    private Matching matching(List<GroundTruth> objects, Predictions predictions) {
        PriorBoxes priors = layout.priors();
        Matcher matcher = components.matcher();
        return matcher instanceof PredictionMatcher looking
                ? looking.match(
                        priors,
                        objects,
                        new PredictedBoxes(
                                classes,
                                predictions.classLogits().toFloatArray(),
                                coder().decodeAll(predictions.boxOffsets().toFloatArray(), 0)))
                : matcher.match(priors, objects);
    }

    private Targets targets(List<GroundTruth> objects, Matching matching) {
        int priors = layout.priors().size();
        int[] labels = new int[priors];
        float[] offsets = new float[4 * priors];
        new TargetEncoder(coder()).encode(objects, matching, 0, labels, offsets);
        return new Targets(1, layout.priors(), labels, offsets);
    }

    private BoxCoder coder() {
        return new BoxCoder(layout.priors(), experiment.model().boxCoding());
    }
}
