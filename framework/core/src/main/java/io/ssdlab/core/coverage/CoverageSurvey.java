package io.ssdlab.core.coverage;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Matcher;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Holds prior boxes and a matcher against the objects of a training split. Immutable. */
public final class CoverageSurvey {

    private final PriorBoxes priors;
    private final Matcher matcher;
    private final InputSize input;
    private final PriorSearch search;
    private final int[] layerOf;

    /** @param input to which images are warped */
    public CoverageSurvey(PriorBoxes priors, Matcher matcher, InputSize input) {
        this.priors = priors;
        this.matcher = matcher;
        this.input = input;
        this.search = new PriorSearch(priors.corners());
        this.layerOf = layers(priors);
    }

    private static int[] layers(PriorBoxes priors) {
        int[] layerOf = new int[priors.size()];
        int next = 0;
        for (int layer = 0; layer < priors.layers().size(); layer++) {
            for (int box = 0; box < priors.layers().get(layer).boxes(); box++) {
                layerOf[next++] = layer;
            }
        }
        return layerOf;
    }

    /**
     * Matches each image on its own, many at once. The result does not depend on the number of threads.
     *
     * @param training with at least one object
     */
    public PriorCoverage of(TrainingObjects training) {
        List<CoveredImage> images =
                training.images().parallelStream().map(this::covered).toList();
        List<CoveredObject> objects =
                images.stream().flatMap(image -> image.objects().stream()).toList();
        return new PriorCoverage(priors.size(), training, objects, layers(images, objects));
    }

    /** @param matched the prior boxes that stand for an object */
    private record CoveredImage(List<CoveredObject> objects, BitSet matched) {}

    private CoveredImage covered(ImageObjects image) {
        int count = image.groundTruths().size();
        PriorOverlap[] overlaps = new PriorOverlap[count];
        float[] bestPositive = new float[count];
        int[][] positives = new int[count][priors.layers().size()];
        for (int object = 0; object < count; object++) {
            overlaps[object] = new PriorOverlap(image.groundTruths().get(object).box());
        }
        BitSet matched = new BitSet();
        int[] assignments = matcher.match(priors, image.groundTruths()).assignments();
        for (int prior = 0; prior < assignments.length; prior++) {
            int object = assignments[prior];
            if (object >= 0) {
                matched.set(prior);
                positives[object][layerOf[prior]]++;
                bestPositive[object] = Math.max(bestPositive[object], overlaps[object].with(priors.corners(), prior));
            }
        }
        List<CoveredObject> objects = new ArrayList<>();
        for (int object = 0; object < count; object++) {
            CornerBox box = image.groundTruths().get(object).box();
            objects.add(new CoveredObject(
                    image.id(),
                    image.annotated().get(object),
                    Math.sqrt((double) box.width() * box.height()),
                    (double) box.width() * input.width() / ((double) box.height() * input.height()),
                    search.best(overlaps[object], bestPositive[object]),
                    bestPositive[object],
                    positives[object]));
        }
        return new CoveredImage(objects, matched);
    }

    private List<LayerCoverage> layers(List<CoveredImage> images, List<CoveredObject> objects) {
        BitSet everMatched = new BitSet();
        images.forEach(image -> everMatched.or(image.matched()));
        List<LayerCoverage> layers = new ArrayList<>();
        int first = 0;
        for (PriorLayer layer : priors.layers()) {
            int index = layers.size();
            int next = first + layer.boxes();
            long positives = objects.stream()
                    .mapToLong(object -> object.positivesOn(index))
                    .sum();
            long touched = objects.stream()
                    .filter(object -> object.positivesOn(index) > 0)
                    .count();
            int matched = everMatched.get(first, next).cardinality();
            layers.add(new LayerCoverage(
                    layer.source(),
                    layer.rows(),
                    layer.columns(),
                    layer.boxes(),
                    (double) positives / images.size(),
                    (double) touched / objects.size(),
                    1 - (double) matched / layer.boxes()));
            first = next;
        }
        return layers;
    }
}
