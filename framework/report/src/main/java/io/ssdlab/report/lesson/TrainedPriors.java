package io.ssdlab.report.lesson;

import io.ssdlab.spi.training.Matching;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What the loss trains on in an image, for one detector. Immutable by agreement. */
public final class TrainedPriors {

    private final String name;
    private final Matching matching;
    private final float[] pulls;

    /**
     * @param name of the detector
     * @param matching of the prior boxes to the image's objects
     * @param pulls {@code [priors]}: how hard the loss pulls at each; 0 where it does not look. Taken over
     */
    public TrainedPriors(String name, Matching matching, float[] pulls) {
        if (pulls.length != matching.assignments().length) {
            throw new IllegalArgumentException("%d prior boxes matched, but gradients of %d"
                    .formatted(matching.assignments().length, pulls.length));
        }
        this.name = name;
        this.matching = matching;
        this.pulls = pulls;
    }

    String name() {
        return name;
    }

    Matching matching() {
        return matching;
    }

    /** The background prior boxes that are trained on, the hardest first, of equals the first. */
    List<Integer> negativesByPull() {
        return negatives()
                .filter(prior -> pulls[prior] > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer prior) -> -pulls[prior]))
                .toList();
    }

    /** The number of background prior boxes, trained on or not. */
    long background() {
        return negatives().count();
    }

    private IntStream negatives() {
        return IntStream.range(0, pulls.length).filter(prior -> matching.assignments()[prior] == Matching.BACKGROUND);
    }
}
