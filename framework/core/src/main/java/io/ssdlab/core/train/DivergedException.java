package io.ssdlab.core.train;

import java.util.List;

/** The loss has become NaN or infinite; the run cannot go on. Exit code 1. */
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DivergedException(int iteration, float loss, double learningRate, List<String> imageIds) {
        super("the loss became %s at iteration %d with learning rate %s, on the images %s"
                .formatted(loss, iteration, learningRate, String.join(", ", imageIds)));
    }
}
