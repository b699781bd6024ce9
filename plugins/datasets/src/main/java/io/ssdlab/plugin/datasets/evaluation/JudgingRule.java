package io.ssdlab.plugin.datasets.evaluation;

import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import java.util.List;

/** Which object a detection stands for, and what it counts as then. Without state: what is found is kept by the targets. */
interface JudgingRule {

    /** Whether {@code object} is one of those to find. */
    boolean isToBeFound(AnnotatedObject object);

    /** The score by which a detection ranks. */
    default double rank(double score) {
        return score;
    }

    /**
     * Judges the detection with the best score of those not judged yet, and marks the object that it finds.
     *
     * @param targets the objects of the detection's class in the image, in the order of the annotation
     */
    Verdict judge(Detection detection, List<Target> targets, EvaluatedImage image);
}
