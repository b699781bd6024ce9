package io.ssdlab.plugin.anchors.matching;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Matching;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Algorithm 1 word for word: sorts all prior boxes of a source map by distance, and settles claims at the end. */
final class LiteralAtssRule {

    private LiteralAtssRule() {}

    static int[] match(PriorBoxes priors, List<CornerBox> objects, int k, InputSize input) {
        List<Set<Integer>> positives = objects.stream()
                .map(object -> positives(priors, object, k, input))
                .toList();
        int[] assignments = new int[priors.size()];
        Arrays.setAll(
                assignments,
                prior -> IntStream.range(0, objects.size())
                        .filter(object -> positives.get(object).contains(prior))
                        .boxed()
                        // Of equal objects max would take the last: hence the second criterion.
                        .max(Comparator.<Integer, Float>comparing(
                                        object -> priors.box(prior).intersectionOverUnion(objects.get(object)))
                                .thenComparing(Comparator.reverseOrder()))
                        .orElse(Matching.BACKGROUND));
        return assignments;
    }

    private static Set<Integer> positives(PriorBoxes priors, CornerBox object, int k, InputSize input) {
        List<Integer> candidates = new ArrayList<>();
        int first = 0;
        for (PriorLayer layer : priors.layers()) {
            IntStream.range(first, first + layer.boxes())
                    .boxed()
                    .sorted(Comparator.comparing(prior -> distance(priors.box(prior), object, input)))
                    .limit((long) k * layer.boxesPerCell())
                    .forEach(candidates::add);
            first += layer.boxes();
        }
        double[] overlaps = candidates.stream()
                .mapToDouble(prior -> priors.box(prior).intersectionOverUnion(object))
                .toArray();
        double mean = Arrays.stream(overlaps).average().orElse(0);
        double squares = Arrays.stream(overlaps)
                .map(overlap -> Math.pow(overlap - mean, 2))
                .sum();
        double threshold = mean + (overlaps.length > 1 ? Math.sqrt(squares / (overlaps.length - 1)) : 0);
        Set<Integer> positives = new HashSet<>();
        for (int i = 0; i < overlaps.length; i++) {
            CornerBox prior = priors.box(candidates.get(i));
            if (overlaps[i] > 0 && overlaps[i] >= threshold && depth(prior, object, input) > 0.01f) {
                positives.add(candidates.get(i));
            }
        }
        return positives;
    }

    /** Squared, in pixels, in the precision of the matcher: which of two tied centres is nearer hangs on it. */
    private static float distance(CornerBox prior, CornerBox object, InputSize input) {
        float x = (prior.centreX() - object.centreX()) * input.width();
        float y = (prior.centreY() - object.centreY()) * input.height();
        return x * x + y * y;
    }

    /** How far inside the object the centre lies, in pixels. */
    private static float depth(CornerBox prior, CornerBox object, InputSize input) {
        float x = prior.centreX();
        float y = prior.centreY();
        return Math.min(
                Math.min((x - object.xMin()) * input.width(), (object.xMax() - x) * input.width()),
                Math.min((y - object.yMin()) * input.height(), (object.yMax() - y) * input.height()));
    }
}
