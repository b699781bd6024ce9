package io.ssdlab.plugin.datasets.voc.evaluation;

import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides which detections are true positives, by the rules of the VOC challenges: from the highest score down, a
 * detection stands for the object of its class with the best IoU. It is true if the IoU suffices and no detection before
 * took the object, also where another object nearby is still free. A detection of a difficult object, or of a crowd, is
 * ignored. Equal scores rank in the order given.
 */
final class DetectionJudge {

    private final Convention convention;
    private final double iouThreshold;

    DetectionJudge(Convention convention, double iouThreshold) {
        this.convention = convention;
        this.iouThreshold = iouThreshold;
    }

    /**
     * Judges the detections of a split.
     *
     * @param classes the labels are 1..classes
     * @return one for each class, in label order
     * @throws IllegalArgumentException if a label is not one of these, naming the image
     */
    List<RankedVerdicts> judge(int classes, List<EvaluatedImage> images) {
        int[] groundTruths = new int[classes];
        List<List<Claim>> claims = new ArrayList<>();
        for (int label = 1; label <= classes; label++) {
            claims.add(new ArrayList<>());
        }
        for (EvaluatedImage image : images) {
            List<Target> targets = new ArrayList<>();
            for (AnnotatedObject object : image.groundTruths()) {
                int index = index(object.label(), classes, image);
                Target target = new Target(object);
                targets.add(target);
                groundTruths[index] += target.ignored ? 0 : 1;
            }
            for (Detection detection : image.detections()) {
                claims.get(index(detection.label(), classes, image)).add(claim(detection, targets, image));
            }
        }
        List<RankedVerdicts> ranked = new ArrayList<>();
        for (int index = 0; index < classes; index++) {
            ranked.add(new RankedVerdicts(groundTruths[index], verdicts(claims.get(index))));
        }
        return ranked;
    }

    private static int index(int label, int classes, EvaluatedImage image) {
        if (label < 1 || label > classes) {
            throw new IllegalArgumentException(
                    "image %s: label %d is none of 1..%d".formatted(image.imageId(), label, classes));
        }
        return label - 1;
    }

    private Claim claim(Detection detection, List<Target> targets, EvaluatedImage image) {
        double best = Double.NEGATIVE_INFINITY;
        Optional<Target> found = Optional.empty();
        for (Target target : targets) {
            if (target.object.label() == detection.label()) {
                double iou = convention.intersectionOverUnion(
                        detection.box(), target.object.box(), image.width(), image.height());
                if (iou > best) {
                    best = iou;
                    found = Optional.of(target);
                }
            }
        }
        return new Claim(
                convention.rank(detection.score()), convention.isHit(best, iouThreshold) ? found : Optional.empty());
    }

    private static List<Verdict> verdicts(List<Claim> claims) {
        // List.sort is stable.
        claims.sort(Comparator.comparingDouble(Claim::score).reversed());
        return claims.stream()
                .map(claim -> claim.target.map(Target::take).orElse(Verdict.FALSE_POSITIVE))
                .toList();
    }

    /** A detection and the object that it fits on, if any. */
    private record Claim(double score, Optional<Target> target) {}

    /** An object that detections may claim, best score first. */
    private static final class Target {

        private final AnnotatedObject object;
        private final boolean ignored;
        private boolean taken;

        Target(AnnotatedObject object) {
            this.object = object;
            this.ignored = object.difficult() || object.crowd();
        }

        Verdict take() {
            if (ignored) {
                return Verdict.IGNORED;
            }
            Verdict verdict = taken ? Verdict.FALSE_POSITIVE : Verdict.TRUE_POSITIVE;
            taken = true;
            return verdict;
        }
    }
}
