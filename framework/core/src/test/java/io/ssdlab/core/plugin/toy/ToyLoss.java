package io.ssdlab.core.plugin.toy;

import ai.djl.ndarray.NDArray;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Targets;
import jakarta.inject.Inject;
import java.util.Map;

/** The mean absolute logit: a component without settings. */
public final class ToyLoss implements DetectionLoss {

    @Inject
    public ToyLoss() {}

    @Override
    public LossTerms loss(Predictions predictions, Targets targets) {
        NDArray loss = predictions.classLogits().abs().mean();
        return new LossTerms(loss, Map.of("confidence", loss));
    }
}
