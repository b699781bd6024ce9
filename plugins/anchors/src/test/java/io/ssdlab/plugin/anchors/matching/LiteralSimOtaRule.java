package io.ssdlab.plugin.anchors.matching;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Matching;
import io.ssdlab.spi.training.PredictedBoxes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** SimOTA step by step, as YOLOX's section 2.2 and its code tell it: matrices, sorted. */
record LiteralSimOtaRule(PriorBoxes priors, List<GroundTruth> objects, PredictedBoxes predicted, SimOtaConfig config) {

    int[] match() {
        int[] assignments = new int[priors.size()];
        Arrays.fill(assignments, Matching.BACKGROUND);
        List<Integer> candidates = IntStream.range(0, priors.size())
                .filter(prior -> objects.stream().anyMatch(object -> inside(prior, object) || near(prior, object)))
                .boxed()
                .toList();
        List<Set<Integer>> taken = new ArrayList<>();
        for (GroundTruth object : objects) {
            if (object.box().isEmpty()) {
                taken.add(Set.of());
                continue;
            }
            double worth = candidates.stream()
                    .map(prior -> (double) overlap(prior, object))
                    .sorted(Comparator.reverseOrder())
                    .limit(config.candidates())
                    .mapToDouble(overlap -> overlap)
                    .sum();
            taken.add(candidates.stream()
                    .sorted(Comparator.comparing(prior -> cost(prior, object)))
                    .limit(Math.max(1, (int) worth))
                    .collect(Collectors.toSet()));
        }
        for (int prior : candidates) {
            List<Integer> takers = IntStream.range(0, objects.size())
                    .filter(object -> taken.get(object).contains(prior))
                    .boxed()
                    .toList();
            if (takers.size() == 1) {
                assignments[prior] = takers.get(0);
            } else if (takers.size() > 1) {
                assignments[prior] = IntStream.range(0, objects.size())
                        .filter(object -> !objects.get(object).box().isEmpty())
                        .boxed()
                        .min(Comparator.comparing(object -> cost(prior, objects.get(object))))
                        .orElseThrow();
            }
        }
        return assignments;
    }

    private float overlap(int prior, GroundTruth object) {
        float[] corners = predicted.corners();
        int i = 4 * prior;
        return new CornerBox(corners[i], corners[i + 1], corners[i + 2], corners[i + 3])
                .intersectionOverUnion(object.box());
    }

    private double cost(int prior, GroundTruth object) {
        int from = prior * (1 + predicted.classes());
        double sum = 0;
        for (int i = from; i <= from + predicted.classes(); i++) {
            sum += Math.exp(predicted.classLogits()[i]);
        }
        double probability = Math.exp(predicted.classLogits()[from + object.label()]) / sum;
        return -Math.log(probability)
                + config.overlapWeight() * -Math.log(overlap(prior, object) + 1e-8)
                + (inside(prior, object) && near(prior, object) ? 0 : 100_000);
    }

    private boolean inside(int prior, GroundTruth object) {
        CornerBox of = object.box();
        float x = priors.centreSizes()[4 * prior];
        float y = priors.centreSizes()[4 * prior + 1];
        return x > of.xMin() && x < of.xMax() && y > of.yMin() && y < of.yMax();
    }

    private boolean near(int prior, GroundTruth object) {
        PriorLayer layer = layerOf(prior);
        float x = priors.centreSizes()[4 * prior];
        float y = priors.centreSizes()[4 * prior + 1];
        return !object.box().isEmpty()
                && Math.abs(x - object.box().centreX()) < (float) (config.centreRadius() / layer.columns())
                && Math.abs(y - object.box().centreY()) < (float) (config.centreRadius() / layer.rows());
    }

    private PriorLayer layerOf(int prior) {
        int end = 0;
        for (PriorLayer layer : priors.layers()) {
            end += layer.boxes();
            if (prior < end) {
                return layer;
            }
        }
        throw new AssertionError("prior " + prior);
    }
}
