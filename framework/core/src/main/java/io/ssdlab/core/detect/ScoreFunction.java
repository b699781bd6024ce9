package io.ssdlab.core.detect;

/** How the logits of a prior box become the scores of its classes. */
public enum ScoreFunction {

    /** One distribution over background and classes, as in SSD. */
    SOFTMAX {
        @Override
        PriorScores scores(int values, float threshold) {
            return new SoftmaxScores(values, threshold);
        }
    },

    /** Each class by itself, the background's logit unused, as in TensorFlow's detection API and RetinaNet. */
    SIGMOID {
        @Override
        PriorScores scores(int values, float threshold) {
            return new SigmoidScores(values, threshold);
        }
    };

    /**
     * New scores, for one thread.
     *
     * @param values classes and background
     * @param threshold the score to pass, 0 to 1
     */
    abstract PriorScores scores(int values, float threshold);
}
