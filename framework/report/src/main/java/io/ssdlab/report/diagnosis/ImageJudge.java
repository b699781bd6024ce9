package io.ssdlab.report.diagnosis;

import io.ssdlab.coco.DetectionColumns;

/**
 * Decides what the detections of an image count as. First, from the highest score down, which find an object, as the {@link
 * ScoringRule} has it; then what is wrong with each of the others, by {@link ErrorType}.
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
        int first = objects.firstOf(image);
        int end = objects.firstOf(image + 1);
        boolean[] taken = new boolean[end - first];
        // What is neither right nor ignored yet, by rank.
        int[] wrong = new int[to - from];
        int wrongs = 0;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            int seen = ++seenOfLabel[detections.label(row)];
            if (seen <= rule.mostDetections() && isWrong(row, first, end, taken)) {
                wrong[wrongs++] = row;
            }
        }
        for (int i = from; i < to; i++) {
            seenOfLabel[detections.label(rows[i])] = 0;
        }
        for (int i = 0; i < wrongs; i++) {
            explain(wrong[i], first, end);
        }
    }

    /** Notes what the detection finds or that it is ignored; otherwise it is wrong. */
    private boolean isWrong(int row, int first, int end, boolean[] taken) {
        int found = rule.standsForNearest() ? nearest(row, first, end) : bestFree(row, first, end, taken);
        if (found == Verdicts.NONE) {
            return true;
        }
        if (!objects.counts(found)) {
            verdicts.judge(row, DetectionVerdict.IGNORED, Verdicts.NONE, overlap(row, found));
            return false;
        }
        if (taken[found - first]) {
            return true;
        }
        taken[found - first] = true;
        verdicts.find(found, row, overlap(row, found));
        return false;
    }

    /** The object of the class with the best IoU, ignored ones too, if it is hit; of equals the first. */
    private int nearest(int row, int first, int end) {
        double best = Double.NEGATIVE_INFINITY;
        int nearest = Verdicts.NONE;
        for (int object = first; object < end; object++) {
            if (objects.object(object).label() == detections.label(row)) {
                double iou = overlap(row, object);
                if (iou > best) {
                    best = iou;
                    nearest = object;
                }
            }
        }
        return rule.isHit(best, settings.foregroundIou()) ? nearest : Verdicts.NONE;
    }

    /** The free object of the class that is hit with the best IoU, a crowd only if it is no other. */
    private int bestFree(int row, int first, int end, boolean[] taken) {
        int found = bestFree(row, first, end, taken, true);
        return found == Verdicts.NONE ? bestFree(row, first, end, taken, false) : found;
    }

    /** Of equals the last. */
    private int bestFree(int row, int first, int end, boolean[] taken, boolean counted) {
        double best = settings.foregroundIou();
        int found = Verdicts.NONE;
        for (int object = first; object < end; object++) {
            if (objects.counts(object) == counted
                    && objects.object(object).label() == detections.label(row)
                    && !taken[object - first]) {
                double iou = overlap(row, object);
                if (rule.isHit(iou, best)) {
                    best = iou;
                    found = object;
                }
            }
        }
        return found;
    }

    /** Says what is wrong with a detection that finds nothing. */
    private void explain(int row, int first, int end) {
        int own = Verdicts.NONE;
        int other = Verdicts.NONE;
        double ownIou = 0;
        double otherIou = 0;
        for (int object = first; object < end; object++) {
            if (objects.counts(object)) {
                double iou = overlap(row, object);
                if (objects.object(object).label() != detections.label(row)) {
                    if (iou > otherIou) {
                        otherIou = iou;
                        other = object;
                    }
                } else if (iou > ownIou) {
                    ownIou = iou;
                    own = object;
                }
            }
        }
        boolean hitsOwn = own != Verdicts.NONE && rule.isHit(ownIou, settings.foregroundIou());
        boolean hitsOther = other != Verdicts.NONE && rule.isHit(otherIou, settings.foregroundIou());
        if (own != Verdicts.NONE && !hitsOwn && ownIou >= settings.backgroundIou()) {
            verdicts.judge(row, DetectionVerdict.LOCALISATION, own, ownIou);
            verdicts.offer(own, row);
        } else if (hitsOther) {
            verdicts.judge(row, DetectionVerdict.CLASSIFICATION, other, otherIou);
            verdicts.offer(other, row);
        } else if (hitsOwn) {
            verdicts.judge(row, DetectionVerdict.DUPLICATE, own, ownIou);
        } else {
            double best = Math.max(ownIou, otherIou);
            boolean background = best <= settings.backgroundIou();
            verdicts.judge(
                    row,
                    background ? DetectionVerdict.BACKGROUND : DetectionVerdict.BOTH,
                    Verdicts.NONE,
                    best);
        }
    }

    private double overlap(int row, int object) {
        return Overlap.of(detections, row, objects.object(object), rule);
    }
}
