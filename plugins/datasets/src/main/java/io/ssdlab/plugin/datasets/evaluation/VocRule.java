package io.ssdlab.plugin.datasets.evaluation;

import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import java.util.List;
import java.util.Optional;

/**
 * The rule of the VOC challenges: a detection stands for the object with the best IoU. It is true if the IoU suffices and
 * no detection before found the object, also where another object nearby is still free. A detection of a difficult
 * object, or of a crowd, is ignored.
 */
record VocRule(Convention convention, double iouThreshold) implements JudgingRule {

    @Override
    public boolean isToBeFound(AnnotatedObject object) {
        return !object.difficult() && !object.crowd();
    }

    @Override
    public double rank(double score) {
        return convention.rank(score);
    }

    @Override
    public Verdict judge(Detection detection, List<Target> targets, EvaluatedImage image) {
        double best = Double.NEGATIVE_INFINITY;
        Optional<Target> nearest = Optional.empty();
        for (Target target : targets) {
            double iou = convention.intersectionOverUnion(
                    detection.box(), target.object().box(), image.width(), image.height());
            if (iou > best) {
                best = iou;
                nearest = Optional.of(target);
            }
        }
        return convention.isHit(best, iouThreshold)
                ? nearest.map(this::hit).orElse(Verdict.FALSE_POSITIVE)
                : Verdict.FALSE_POSITIVE;
    }

    private Verdict hit(Target target) {
        if (!isToBeFound(target.object())) {
            return Verdict.IGNORED;
        }
        Verdict verdict = target.isFound() ? Verdict.FALSE_POSITIVE : Verdict.TRUE_POSITIVE;
        target.find();
        return verdict;
    }
}
