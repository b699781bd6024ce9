package io.ssdlab.core.data;

import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.PredictionMatcher;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Targets;

/** Tells what the predictions on a batch are trained towards. Called on the training thread. */
@FunctionalInterface
public interface BatchTargets {

    /** The targets of a batch; of its own predictions nothing is changed. */
    Targets of(TrainingBatch batch, Predictions predictions);

    /** As the matcher asks: from the loader threads, or made when the predictions are there. */
    static BatchTargets by(Matcher matcher, TargetEncoder encoder) {
        return matcher instanceof PredictionMatcher looking
                ? new PredictedTargets(looking, encoder)
                : (batch, predictions) -> batch.targets();
    }
}
