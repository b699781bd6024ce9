package io.ssdlab.core.data;

import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.training.Matching;
import io.ssdlab.spi.training.PredictedBoxes;
import io.ssdlab.spi.training.PredictionMatcher;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Targets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The targets of a matcher that looks at predictions: they are read back, and the images matched side by side. No gradient
 * passes through a matching. Immutable.
 */
final class PredictedTargets implements BatchTargets {

    private final PredictionMatcher matcher;
    private final TargetEncoder encoder;

    PredictedTargets(PredictionMatcher matcher, TargetEncoder encoder) {
        this.matcher = matcher;
        this.encoder = encoder;
    }

    @Override
    public Targets of(TrainingBatch batch, Predictions predictions) {
        int images = batch.samples().size();
        int priors = encoder.priors().size();
        int logitsPerPrior =
                Math.toIntExact(predictions.classLogits().getShape().get(2));
        float[] logits = predictions.classLogits().toFloatArray();
        float[] predictedOffsets = predictions.boxOffsets().toFloatArray();
        BoxCoder boxCoder = encoder.boxCoder();
        int[] labels = new int[images * priors];
        float[] offsets = new float[labels.length * 4];
        IntStream.range(0, images).parallel().forEach(slot -> {
            List<GroundTruth> objects = batch.samples().get(slot).objects();
            int from = slot * priors * logitsPerPrior;
            PredictedBoxes predicted = new PredictedBoxes(
                    logitsPerPrior - 1,
                    Arrays.copyOfRange(logits, from, from + priors * logitsPerPrior),
                    boxCoder.decodeAll(predictedOffsets, slot));
            Matching matching = matcher.match(encoder.priors(), objects, predicted);
            encoder.encode(objects, matching, slot, labels, offsets);
        });
        return new Targets(images, encoder.priors(), labels, offsets);
    }
}
