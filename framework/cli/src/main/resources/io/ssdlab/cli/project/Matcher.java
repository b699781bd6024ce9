package @package@;

import static io.ssdlab.spi.training.Matching.BACKGROUND;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Matches each prior box to the object in which it is centred, if their IoU reaches a threshold; of several objects to the
 * smallest, as FCOS does with locations (Tian et al. 2019, arXiv:1904.01355 section 3.1). An object may go without.
 *
 * <p>A rule to begin with: put yours in its place.
 */
public final class @type@Matcher implements Matcher {

    private final float threshold;

    @Inject
    public @type@Matcher(@type@MatcherConfig config) {
        this.threshold = (float) config.threshold();
    }

    @Override
    public Matching match(PriorBoxes priors, List<GroundTruth> objects) {
        int[] assignments = new int[priors.size()];
        for (int prior = 0; prior < assignments.length; prior++) {
            assignments[prior] = objectOf(priors.box(prior), objects);
        }
        return new Matching(assignments);
    }

    private int objectOf(CornerBox prior, List<GroundTruth> objects) {
        int smallest = BACKGROUND;
        float smallestArea = Float.POSITIVE_INFINITY;
        for (int object = 0; object < objects.size(); object++) {
            CornerBox box = objects.get(object).box();
            if (box.area() < smallestArea
                    && isCentredIn(box, prior)
                    && prior.intersectionOverUnion(box) >= threshold) {
                smallest = object;
                smallestArea = box.area();
            }
        }
        return smallest;
    }

    private static boolean isCentredIn(CornerBox box, CornerBox prior) {
        float x = prior.centreX();
        float y = prior.centreY();
        return x > box.xMin() && x < box.xMax() && y > box.yMin() && y < box.yMax();
    }
}
