package io.ssdlab.plugin.anchors.matching;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.util.Arrays;
import java.util.List;

/** The prior boxes whose centre lies in some object or near the centre of one, in their order. */
final class CentralPriors {

    private final float[] centreSizes;
    private int[] priors = new int[256];
    /** How far from its own a candidate's centre is near, normalised: as many steps on every map. */
    private float[] reachX = new float[256];

    private float[] reachY = new float[256];
    private int size;

    private CentralPriors(PriorBoxes priors) {
        this.centreSizes = priors.centreSizes();
    }

    /** @param radius in steps of each candidate's source map */
    static CentralPriors of(PriorBoxes priors, List<GroundTruth> objects, double radius) {
        CentralPriors central = new CentralPriors(priors);
        int end = 0;
        for (PriorLayer layer : priors.layers()) {
            float reachX = (float) (radius / layer.columns());
            float reachY = (float) (radius / layer.rows());
            int first = end;
            end = first + layer.boxes();
            for (int prior = first; prior < end; prior++) {
                for (GroundTruth object : objects) {
                    CornerBox box = object.box();
                    boolean near = !box.isEmpty() && central.isNear(prior, box, reachX, reachY);
                    if (near || central.isIn(prior, box)) {
                        central.add(prior, reachX, reachY);
                        break;
                    }
                }
            }
        }
        return central;
    }

    private void add(int prior, float x, float y) {
        if (size == priors.length) {
            priors = Arrays.copyOf(priors, 2 * size);
            reachX = Arrays.copyOf(reachX, 2 * size);
            reachY = Arrays.copyOf(reachY, 2 * size);
        }
        priors[size] = prior;
        reachX[size] = x;
        reachY[size] = y;
        size++;
    }

    int size() {
        return size;
    }

    /** The index of a candidate among all prior boxes. */
    int prior(int candidate) {
        return priors[candidate];
    }

    /** Whether a candidate's centre lies both in an object and near its centre. */
    boolean isCentralIn(int candidate, CornerBox object) {
        return isIn(priors[candidate], object)
                && isNear(priors[candidate], object, reachX[candidate], reachY[candidate]);
    }

    private boolean isIn(int prior, CornerBox object) {
        float x = centreSizes[4 * prior];
        float y = centreSizes[4 * prior + 1];
        return x > object.xMin() && x < object.xMax() && y > object.yMin() && y < object.yMax();
    }

    private boolean isNear(int prior, CornerBox object, float x, float y) {
        return Math.abs(centreSizes[4 * prior] - object.centreX()) < x
                && Math.abs(centreSizes[4 * prior + 1] - object.centreY()) < y;
    }
}
