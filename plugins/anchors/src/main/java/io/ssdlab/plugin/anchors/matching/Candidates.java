package io.ssdlab.plugin.anchors.matching;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;

/**
 * The candidates of one object at a time: on each source map the prior boxes whose centres are nearest to the object's,
 * with their IoU. Its arrays serve all objects of an image. For one call on one thread.
 */
final class Candidates {

    private final PriorBoxes priors;
    private final InputSize input;
    private final int perBoxOfCell;

    private final NearestPriors nearest;
    private final int[] candidates;
    private final float[] overlaps;

    /** @param perBoxOfCell how many each source map puts forward, to be multiplied by its boxes per cell */
    Candidates(PriorBoxes priors, InputSize input, int perBoxOfCell) {
        this.priors = priors;
        this.input = input;
        this.perBoxOfCell = perBoxOfCell;
        int all = 0;
        int most = 0;
        for (PriorLayer layer : priors.layers()) {
            int ofLayer = ofLayer(layer);
            all += ofLayer;
            most = Math.max(most, ofLayer);
        }
        this.nearest = new NearestPriors(most);
        this.candidates = new int[all];
        this.overlaps = new float[all];
    }

    private int ofLayer(PriorLayer layer) {
        return Math.min(perBoxOfCell * layer.boxesPerCell(), layer.boxes());
    }

    /** Takes the candidates of another object. */
    void search(CornerBox box) {
        int firstPrior = 0;
        int found = 0;
        for (PriorLayer layer : priors.layers()) {
            nearest.clear(ofLayer(layer));
            offer(firstPrior, firstPrior + layer.boxes(), box);
            found = nearest.writeTo(candidates, found);
            firstPrior += layer.boxes();
        }
        ObjectOverlap overlap = new ObjectOverlap(box);
        for (int i = 0; i < candidates.length; i++) {
            overlaps[i] = overlap.with(priors.corners(), candidates[i]);
        }
    }

    private void offer(int first, int end, CornerBox box) {
        float[] centreSizes = priors.centreSizes();
        float centreX = box.centreX();
        float centreY = box.centreY();
        for (int prior = first; prior < end; prior++) {
            float x = (centreSizes[4 * prior] - centreX) * input.width();
            float y = (centreSizes[4 * prior + 1] - centreY) * input.height();
            nearest.offer(prior, x * x + y * y);
        }
    }

    /** The number of candidates, the same for each object. */
    int size() {
        return candidates.length;
    }

    /** The prior box of a candidate. */
    int prior(int candidate) {
        return candidates[candidate];
    }

    /** The IoU of a candidate with the object. */
    float overlap(int candidate) {
        return overlaps[candidate];
    }

    /** The mean of the IoUs plus their sample standard deviation, which is 0 for a single candidate. */
    double threshold() {
        int size = overlaps.length;
        // In double the mean of equal IoUs is that IoU, so that they reach their own threshold.
        double sum = 0;
        for (float overlap : overlaps) {
            sum += overlap;
        }
        double mean = sum / size;
        double squares = 0;
        for (float overlap : overlaps) {
            squares += (overlap - mean) * (overlap - mean);
        }
        return mean + (size > 1 ? Math.sqrt(squares / (size - 1)) : 0);
    }
}
