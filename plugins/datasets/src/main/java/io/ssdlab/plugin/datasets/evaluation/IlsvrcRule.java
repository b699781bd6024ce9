package io.ssdlab.plugin.datasets.evaluation;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import java.util.List;
import java.util.Optional;

/**
 * The rule of the ILSVRC detection challenge ({@code eval_detection.m} of its devkit): a detection stands for the object
 * with the best IoU among those that no detection before found and whose own threshold it reaches. The threshold is 0.5,
 * and less for small objects: that of a detection of ten pixels more in width and height. Every object is to be found:
 * there are no difficult ones. Boxes include their last pixel.
 */
record IlsvrcRule() implements JudgingRule {

    private static final double IOU_THRESHOLD = 0.5;
    private static final double TOLERANCE_IN_PIXELS = 10;

    @Override
    public boolean isToBeFound(AnnotatedObject object) {
        return true;
    }

    @Override
    public Verdict judge(Detection detection, List<Target> targets, EvaluatedImage image) {
        double best = Double.NEGATIVE_INFINITY;
        Optional<Target> found = Optional.empty();
        for (Target target : targets) {
            PixelBox box = target.object().box();
            double iou = Convention.DEVKIT.intersectionOverUnion(detection.box(), box, image.width(), image.height());
            // Two boxes apart have no IoU there, rather than one of 0.
            if (!target.isFound() && iou > 0 && iou >= threshold(box) && iou > best) {
                best = iou;
                found = Optional.of(target);
            }
        }
        found.ifPresent(Target::find);
        return found.isPresent() ? Verdict.TRUE_POSITIVE : Verdict.FALSE_POSITIVE;
    }

    private static double threshold(PixelBox box) {
        double width = box.width() + 1;
        double height = box.height() + 1;
        return Math.min(
                IOU_THRESHOLD, width * height / ((width + TOLERANCE_IN_PIXELS) * (height + TOLERANCE_IN_PIXELS)));
    }
}
