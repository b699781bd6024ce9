package io.ssdlab.core.model;

import java.util.Set;

/**
 * The names of the tensors of a network's prediction heads, which weights of another detector may fit or not.
 *
 * @param all of them
 * @param predictors those that have rows for each box of a cell: of other prior boxes or classes they are of no use. The
 *     others filter what the predictors see ({@link HeadType#SEPARABLE})
 * @param logits those predictors whose rows are logits, {@code [boxes * (1 + classes), ...]}: for each box of a cell the
 *     background's, then the classes'
 */
public record HeadTensors(Set<String> all, Set<String> predictors, Set<String> logits) {

    public HeadTensors {
        all = Set.copyOf(all);
        predictors = Set.copyOf(predictors);
        logits = Set.copyOf(logits);
    }
}
