package io.ssdlab.core.train;

import io.ssdlab.core.store.Divergence;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The loss, or the weights, have become NaN or infinite; the run cannot go on. Exit code 1. */
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Divergence divergence;

    DivergedException(Divergence divergence) {
        super(message(divergence));
        this.divergence = divergence;
    }

    private DivergedException(DivergedException unreported, Path report) {
        super("%s; images, boxes, matches and norms are in %s".formatted(unreported.getMessage(), report), unreported);
        this.divergence = unreported.divergence;
    }

    /** What was found. */
    public Divergence divergence() {
        return divergence;
    }

    /** The same failure, naming the file in which it is described. */
    public DivergedException reportedIn(Path report) {
        return new DivergedException(this, report);
    }

    private static String message(Divergence divergence) {
        return "the %s at iteration %d with learning rate %s, on the images %s; not finite first: %s"
                .formatted(
                        Double.isFinite(divergence.loss())
                                ? "weights became NaN or infinite"
                                : "loss became " + divergence.loss(),
                        divergence.iteration(),
                        divergence.learningRate(),
                        divergence.images().stream()
                                .map(Divergence.SeenImage::id)
                                .collect(Collectors.joining(", ")),
                        divergence.suspect());
    }
}
