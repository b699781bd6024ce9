package org.example.plugin;

import static io.ssdlab.spi.training.Matching.BACKGROUND;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scale compensation anchor matching of S3FD (Zhang et al. 2017, arXiv:1708.05237 section 3.2): objects whose size no
 * prior box has, above all tiny ones, get about as many prior boxes as the others.
 *
 * <ol>
 *   <li>Each prior box is matched to the object that it overlaps most, if their IoU reaches {@code threshold}.
 *   <li>N is the mean number of prior boxes of an object after that, rounded; one without any counts as one. An object with
 *       fewer than N takes of the prior boxes left those that it overlaps most, up to N, if their IoU reaches {@code
 *       floor}. The first one of an object that has none need not: as in SSD, an object is not left out for being small.
 * </ol>
 *
 * <p>The paper says neither who chooses first nor how the mean is rounded. Here objects choose in the order of the
 * annotation, nobody takes what another one has, and of equal prior boxes the first is taken.
 */
public final class ScaleCompensationMatcher implements Matcher {

    private final float threshold;
    private final float floor;

    @Inject
    public ScaleCompensationMatcher(ScaleCompensationConfig config) {
        this.threshold = (float) config.threshold();
        this.floor = (float) config.floor();
    }

    @Override
    public Matching match(PriorBoxes priors, List<GroundTruth> objects) {
        int[] assignments = matchByThreshold(priors, objects);
        int[] counts = counts(assignments, objects.size());
        int enough = (int) Math.round(
                Arrays.stream(counts).map(count -> Math.max(1, count)).average().orElse(0));
        for (int object = 0; object < counts.length; object++) {
            if (counts[object] < enough) {
                compensate(priors, objects.get(object).box(), object, enough - counts[object], assignments);
            }
        }
        return new Matching(assignments);
    }

    private int[] matchByThreshold(PriorBoxes priors, List<GroundTruth> objects) {
        int[] assignments = new int[priors.size()];
        for (int prior = 0; prior < assignments.length; prior++) {
            CornerBox box = priors.box(prior);
            float best = 0;
            assignments[prior] = BACKGROUND;
            for (int object = 0; object < objects.size(); object++) {
                float overlap = box.intersectionOverUnion(objects.get(object).box());
                if (overlap >= threshold && overlap > best) {
                    best = overlap;
                    assignments[prior] = object;
                }
            }
        }
        return assignments;
    }

    /** {@code [objects]}: how many prior boxes each has. */
    private static int[] counts(int[] assignments, int objects) {
        int[] counts = new int[objects];
        Arrays.stream(assignments)
                .filter(assignment -> assignment != BACKGROUND)
                .forEach(object -> counts[object]++);
        return counts;
    }

    private record Candidate(int prior, float overlap) {}

    private void compensate(PriorBoxes priors, CornerBox box, int object, int missing, int[] assignments) {
        boolean hasNone = Arrays.stream(assignments).noneMatch(assignment -> assignment == object);
        List<Candidate> best = IntStream.range(0, assignments.length)
                .filter(prior -> assignments[prior] == BACKGROUND)
                .mapToObj(prior -> new Candidate(prior, priors.box(prior).intersectionOverUnion(box)))
                .filter(candidate -> candidate.overlap() > 0)
                .sorted(Comparator.comparing(Candidate::overlap).reversed())
                .limit(missing)
                .toList();
        for (Candidate candidate : best) {
            if (candidate.overlap() >= floor || hasNone) {
                assignments[candidate.prior()] = object;
                hasNone = false;
            }
        }
    }
}
