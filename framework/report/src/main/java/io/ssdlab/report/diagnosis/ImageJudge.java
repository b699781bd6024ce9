package io.ssdlab.report.diagnosis;

import io.ssdlab.coco.DetectionColumns;
import java.util.Arrays;

/**
 * Decides what the detections of an image count as: from the highest score down, which find an object, as the {@link
 * ScoringRule} has it, and what is wrong with each of the others, by {@link ErrorType}.
 *
 * <p>As in {@code tidecv}, only objects that count can be mistaken, an object that is found cannot be gained by a repair, and
 * of several detections whose repair would gain an object, only the one of the highest score does. For one thread.
 */
final class ImageJudge {

    private final ScoringRule rule;
    private final DiagnosisSettings settings;
    private final DetectionColumns detections;
    private final SplitObjects objects;
    private final Verdicts verdicts;
    private final int[] seenOfLabel;

    /** Of the image: its first object, and the one after its last. */
    private int first;

    private int end;

    /** Of the image's objects: whether they are found, and their overlap with the detection that is judged. */
    private boolean[] taken = new boolean[0];

    private double[] overlaps = new double[0];

    /** @param labels the number of classes */
    ImageJudge(
            ScoringRule rule,
            DiagnosisSettings settings,
            DetectionColumns detections,
            SplitObjects objects,
            int labels,
            Verdicts verdicts) {
        this.rule = rule;
        this.settings = settings;
        this.detections = detections;
        this.objects = objects;
        this.verdicts = verdicts;
        this.seenOfLabel = new int[labels + 1];
    }

    /**
     * Judges one image.
     *
     * @param rows its detections by rank, from {@code from} to before {@code to}
     */
    void judge(int image, int[] rows, int from, int to) {
        first = objects.firstOf(image);
        end = objects.firstOf(image + 1);
        if (taken.length < end - first) {
            taken = new boolean[end - first];
            overlaps = new double[end - first];
        }
        Arrays.fill(taken, false);
        Arrays.fill(seenOfLabel, 0);
        for (int i = from; i < to; i++) {
            if (++seenOfLabel[detections.label(rows[i])] <= rule.mostDetections()) {
                judge(rows[i]);
            }
        }
        // Which objects a repair could gain is known when all are found that will be.
        for (int i = from; i < to; i++) {
            DetectionVerdict verdict = verdicts.verdict(rows[i]);
            if (verdict == DetectionVerdict.LOCALISATION || verdict == DetectionVerdict.CLASSIFICATION) {
                verdicts.offer(verdicts.object(rows[i]), rows[i]);
            }
        }
    }

    private void judge(int row) {
        if (Overlap.of(detections, row, objects, first, end, rule, overlaps) == 0) {
            verdicts.judge(row, DetectionVerdict.BACKGROUND, Verdicts.NONE, 0);
            return;
        }
        int label = detections.label(row);
        int hit = rule.standsForNearest() ? nearest(label) : bestFree(label);
        if (hit == Verdicts.NONE || (objects.counts(hit) && taken[hit - first])) {
            explain(row, label);
        } else if (objects.counts(hit)) {
            taken[hit - first] = true;
            verdicts.find(hit, row, overlaps[hit - first]);
        }
        // Otherwise it stays ignored, as all are to begin with.
    }

    private boolean isOf(int object, int label) {
        return objects.label(object) == label;
    }

    private boolean isHit(double iou) {
        return rule.isHit(iou, settings.foregroundIou());
    }

    /** The object of the class with the best IoU, ignored ones too, if it is hit; of equals the first. */
    private int nearest(int label) {
        double best = 0;
        int nearest = Verdicts.NONE;
        for (int object = first; object < end; object++) {
            if (isOf(object, label) && overlaps[object - first] > best) {
                best = overlaps[object - first];
                nearest = object;
            }
        }
        return isHit(best) ? nearest : Verdicts.NONE;
    }

    /** The free object of the class that is hit with the best IoU, a crowd only if it is no other. */
    private int bestFree(int label) {
        int found = bestFree(label, true);
        return found == Verdicts.NONE ? bestFree(label, false) : found;
    }

    /** Of equals the last. */
    private int bestFree(int label, boolean counted) {
        double best = settings.foregroundIou();
        int found = Verdicts.NONE;
        for (int object = first; object < end; object++) {
            if (objects.counts(object) == counted
                    && isOf(object, label)
                    && !taken[object - first]
                    && rule.isHit(overlaps[object - first], best)) {
                best = overlaps[object - first];
                found = object;
            }
        }
        return found;
    }

    /** The object with the best IoU of those that count and are of the class, or are of another. */
    private int nearestCounted(int label, boolean ofClass) {
        double best = 0;
        int nearest = Verdicts.NONE;
        for (int object = first; object < end; object++) {
            if (objects.counts(object) && isOf(object, label) == ofClass && overlaps[object - first] > best) {
                best = overlaps[object - first];
                nearest = object;
            }
        }
        return nearest;
    }

    private double iou(int object) {
        return object == Verdicts.NONE ? 0 : overlaps[object - first];
    }

    /** Says what is wrong with a detection that finds nothing. */
    private void explain(int row, int label) {
        int own = nearestCounted(label, true);
        int other = nearestCounted(label, false);
        double ownIou = iou(own);
        double otherIou = iou(other);
        if (own != Verdicts.NONE && ownIou >= settings.backgroundIou() && !isHit(ownIou)) {
            verdicts.judge(row, DetectionVerdict.LOCALISATION, own, ownIou);
        } else if (isHit(otherIou)) {
            verdicts.judge(row, DetectionVerdict.CLASSIFICATION, other, otherIou);
        } else if (isHit(ownIou)) {
            verdicts.judge(row, DetectionVerdict.DUPLICATE, own, ownIou);
        } else {
            double best = Math.max(ownIou, otherIou);
            DetectionVerdict verdict =
                    best <= settings.backgroundIou() ? DetectionVerdict.BACKGROUND : DetectionVerdict.BOTH;
            verdicts.judge(row, verdict, Verdicts.NONE, best);
        }
    }
}
