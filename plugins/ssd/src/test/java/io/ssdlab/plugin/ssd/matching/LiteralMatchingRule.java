package io.ssdlab.plugin.ssd.matching;

import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matching;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The original's rule word for word: every overlap in a matrix, searched through whole in each round. */
final class LiteralMatchingRule {

    private LiteralMatchingRule() {}

    static int[] match(PriorBoxes priors, List<GroundTruth> objects, BipartiteIouConfig config) {
        int[] assignments = new int[priors.size()];
        float[] bestOverlaps = new float[priors.size()];
        float[][] overlaps = new float[priors.size()][objects.size()];
        Arrays.fill(assignments, Matching.BACKGROUND);
        for (int prior = 0; prior < priors.size(); prior++) {
            if (config.ignoreCrossBoundary()
                    && !priors.box(prior).equals(priors.box(prior).clipped())) {
                assignments[prior] = Matching.IGNORED;
                continue;
            }
            for (int object = 0; object < objects.size(); object++) {
                float overlap = priors.box(prior)
                        .intersectionOverUnion(objects.get(object).box());
                if (overlap > 1e-6) {
                    overlaps[prior][object] = overlap;
                    bestOverlaps[prior] = Math.max(bestOverlaps[prior], overlap);
                }
            }
        }
        List<Integer> pool =
                new ArrayList<>(IntStream.range(0, objects.size()).boxed().toList());
        while (!pool.isEmpty()) {
            int bestPrior = -1;
            Integer bestObject = -1;
            float best = 0;
            for (int prior = 0; prior < priors.size(); prior++) {
                if (assignments[prior] != Matching.BACKGROUND) {
                    continue;
                }
                for (Integer object : pool) {
                    if (overlaps[prior][object] > best) {
                        best = overlaps[prior][object];
                        bestPrior = prior;
                        bestObject = object;
                    }
                }
            }
            if (bestPrior == -1) {
                break;
            }
            assignments[bestPrior] = bestObject;
            pool.remove(bestObject);
        }
        for (int prior = 0; prior < priors.size(); prior++) {
            if (assignments[prior] != Matching.BACKGROUND) {
                continue;
            }
            float best = 0;
            for (int object = 0; object < objects.size(); object++) {
                if (overlaps[prior][object] >= (float) config.threshold() && overlaps[prior][object] > best) {
                    best = overlaps[prior][object];
                    assignments[prior] = object;
                }
            }
            if (assignments[prior] == Matching.BACKGROUND && bestOverlaps[prior] >= (float) config.negativeOverlap()) {
                assignments[prior] = Matching.IGNORED;
            }
        }
        return assignments;
    }
}
