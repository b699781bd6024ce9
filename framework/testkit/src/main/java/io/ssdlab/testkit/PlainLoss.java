package io.ssdlab.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Scalar;
import io.ssdlab.spi.training.Targets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The loss of a detector that is about something else: the cross-entropy of every prior box, in which positives weigh as
 * much as the background together, and the smooth L1 distance of the offsets of positives.
 */
final class PlainLoss implements DetectionLoss {

    @Override
    public LossTerms loss(Predictions predictions, Targets targets) {
        int[] labels = targets.labels();
        Shape logits = predictions.classLogits().getShape();
        Shape offsets = predictions.boxOffsets().getShape();
        int classes = (int) logits.get(2);
        float positiveWeight = 1f / Math.max(1, count(labels, true));
        float backgroundWeight = 1f / Math.max(1, count(labels, false));
        float[] wanted = new float[(int) logits.size()];
        float[] positive = new float[(int) offsets.size()];
        for (int prior = 0; prior < labels.length; prior++) {
            int label = labels[prior];
            if (label >= 0) {
                wanted[prior * classes + label] = label > 0 ? positiveWeight : backgroundWeight;
            }
            for (int i = 0; i < 4; i++) {
                positive[4 * prior + i] = label > 0 ? positiveWeight : 0;
            }
        }
        NDManager manager = predictions.classLogits().getManager();
        NDArray confidence = predictions
                .classLogits()
                .logSoftmax(2)
                .mul(manager.create(wanted, logits))
                .sum()
                .neg();
        NDArray distance = predictions
                .boxOffsets()
                .sub(manager.create(targets.offsets(), offsets))
                .abs();
        NDArray near = distance.clip(0, 1);
        // Half the square up to 1, the distance less a half beyond.
        NDArray location = near.mul(distance.sub(Scalar.times(near, 0.5f)))
                .mul(manager.create(positive, offsets))
                .sum();
        Map<String, NDArray> terms = new LinkedHashMap<>();
        terms.put("location", location);
        terms.put("confidence", confidence);
        return new LossTerms(location.add(confidence), terms);
    }

    private static int count(int[] labels, boolean positives) {
        int count = 0;
        for (int label : labels) {
            if (label >= 0 && label > 0 == positives) {
                count++;
            }
        }
        return count;
    }
}
