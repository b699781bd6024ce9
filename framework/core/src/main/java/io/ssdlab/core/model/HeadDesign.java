package io.ssdlab.core.model;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The prediction heads of a detector.
 *
 * @param type by what they predict
 * @param objectProbability how probable an object is to be at a prior box to heads that are not trained yet (RetinaNet, arXiv
 *     1708.02002, section 3.3: 0.01), above 0 and below 1; empty if every class and the background are alike to them, as in
 *     SSD
 */
public record HeadDesign(HeadType type, Optional<Double> objectProbability) {

    /** SSD's. */
    public static final HeadDesign ORIGINAL = new HeadDesign(HeadType.CONVOLUTION, Optional.empty());

    /** A new head for a source map, its weights drawn from {@code random} when it is initialised. */
    PredictionHead head(int boxesPerCell, int classes, int inputChannels, RandomGenerator random) {
        return type.head(new LogitBias(boxesPerCell, classes, objectProbability), inputChannels, random);
    }
}
