package io.ssdlab.plugin.anchors.matching;

import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.training.PredictedBoxes;
import java.util.List;

/**
 * What it costs to make a candidate answer for an object: the cross entropy of the predicted class, plus a weight times
 * {@code -ln(IoU)} of the predicted box, plus 100000 where the candidate is not {@linkplain CentralPriors#isCentralIn central}.
 *
 * <p>Predictions that are not finite and objects without area cost the most.
 */
final class TransportCosts {

    private static final double NOT_CENTRAL = 1e5;
    /** As the authors' code: the IoU 0 has a cost too. */
    private static final double LEAST_IOU = 1e-8;

    private final double[][] costs;
    private final float[][] overlaps;
    private final int candidatesSummed;

    TransportCosts(CentralPriors candidates, List<GroundTruth> objects, PredictedBoxes predicted, SimOtaConfig config) {
        this.candidatesSummed = config.candidates();
        this.costs = new double[objects.size()][candidates.size()];
        this.overlaps = new float[objects.size()][candidates.size()];
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            int prior = candidates.prior(candidate);
            int logits = prior * (1 + predicted.classes());
            double partition = logPartition(predicted, logits);
            for (int object = 0; object < objects.size(); object++) {
                GroundTruth groundTruth = objects.get(object);
                float overlap = new ObjectOverlap(groundTruth.box()).with(predicted.corners(), prior);
                overlaps[object][candidate] = overlap;
                double cost = partition
                        - predicted.classLogits()[logits + groundTruth.label()]
                        - config.overlapWeight() * Math.log(overlap + LEAST_IOU)
                        + (candidates.isCentralIn(candidate, groundTruth.box()) ? 0 : NOT_CENTRAL);
                boolean taken = Double.isFinite(cost) && !groundTruth.box().isEmpty();
                costs[object][candidate] = taken ? cost : Double.MAX_VALUE;
            }
        }
    }

    private static double logPartition(PredictedBoxes predicted, int from) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = from; i <= from + predicted.classes(); i++) {
            max = Math.max(max, predicted.classLogits()[i]);
        }
        double sum = 0;
        for (int i = from; i <= from + predicted.classes(); i++) {
            sum += Math.exp(predicted.classLogits()[i] - max);
        }
        return max + Math.log(sum);
    }

    /** The candidates that an object takes, cheapest first: as many as the predictions around it are worth. */
    int[] leastOf(int object) {
        LeastValues largest = new LeastValues(Math.min(candidatesSummed, overlaps[object].length));
        for (int candidate = 0; candidate < overlaps[object].length; candidate++) {
            largest.offer(candidate, -overlaps[object][candidate]);
        }
        double sum = 0;
        for (int candidate : largest.indices()) {
            sum += overlaps[object][candidate];
        }
        LeastValues least = new LeastValues(Math.min(Math.max(1, (int) sum), costs[object].length));
        for (int candidate = 0; candidate < costs[object].length; candidate++) {
            least.offer(candidate, costs[object][candidate]);
        }
        return least.indices();
    }

    /** The object to which a candidate costs least. */
    int cheapestFor(int candidate) {
        int cheapest = 0;
        for (int object = 1; object < costs.length; object++) {
            if (costs[object][candidate] < costs[cheapest][candidate]) {
                cheapest = object;
            }
        }
        return cheapest;
    }
}
