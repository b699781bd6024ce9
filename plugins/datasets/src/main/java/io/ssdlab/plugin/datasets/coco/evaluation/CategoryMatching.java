package io.ssdlab.plugin.datasets.coco.evaluation;

import io.ssdlab.plugin.datasets.ranking.Ranking;
import java.util.Arrays;

/**
 * Decides what the detections of one class found; evaluateImg of pycocotools. In each image, from the highest score down
 * and for the best {@value #MOST_DETECTIONS} only, a detection takes the object of the best IoU among those that are
 * free, objects that count before objects that do not; of equal IoUs, the last. Crowds are always free. One that takes
 * an object that does not count is ignored, and so is one that takes none and is itself outside of the area range.
 *
 * <p>Reuses its buffers from image to image: for one thread.
 */
final class CategoryMatching {

    /** The last of COCO's {@code maxDets}. */
    static final int MOST_DETECTIONS = 100;

    private static final AreaRange[] RANGES = AreaRange.values();

    private final CategoryBoxes boxes;
    private final Matches matches;
    private double[] overlaps = new double[0];
    private int[] order = new int[0];
    private boolean[] taken = new boolean[0];
    private final long[] hits = new long[MOST_DETECTIONS];
    private final long[] ignored = new long[MOST_DETECTIONS];

    CategoryMatching(CategoryBoxes boxes) {
        this.boxes = boxes;
        this.matches = new Matches(boxes.objects().size(), boxes.detections().size());
    }

    Matches run() {
        int object = 0;
        int detection = 0;
        while (object < boxes.objects().size() || detection < boxes.detections().size()) {
            int image =
                    Math.min(boxes.objects().image(object), boxes.detections().image(detection));
            int objectEnd = boxes.objects().endOf(image, object);
            int detectionEnd = boxes.detections().endOf(image, detection);
            match(image, object, objectEnd, detection, detectionEnd);
            object = objectEnd;
            detection = detectionEnd;
        }
        return matches;
    }

    private void match(int image, int firstObject, int objectEnd, int firstDetection, int detectionEnd) {
        int objects = objectEnd - firstObject;
        int[] ranked = Ranking.of(boxes.scores(), firstDetection, detectionEnd);
        int detections = Math.min(ranked.length, MOST_DETECTIONS);
        prepare(objects, detections);
        boolean overlapping = computeOverlaps(ranked, detections, firstObject, objects);
        for (AreaRange range : RANGES) {
            int counted = orderObjects(range, firstObject, objects);
            matches.addObjects(range, image, counted);
            for (int threshold = 0; threshold < Thresholds.ious() && overlapping; threshold++) {
                match(
                        Matches.bit(range, threshold),
                        Thresholds.iou(threshold),
                        detections,
                        firstObject,
                        objects,
                        counted);
            }
        }
        for (int rank = 0; rank < detections; rank++) {
            int detection = ranked[rank];
            matches.add(
                    image,
                    boxes.scores()[detection],
                    rank,
                    hits[rank],
                    ignored[rank] | (outside(boxes.detections().area(detection)) & ~hits[rank]));
        }
    }

    private void prepare(int objects, int detections) {
        if (order.length < objects) {
            order = new int[objects];
            taken = new boolean[objects];
        }
        if (overlaps.length < objects * detections) {
            overlaps = new double[objects * detections];
        }
        Arrays.fill(hits, 0, detections, 0);
        Arrays.fill(ignored, 0, detections, 0);
    }

    /** Whether any overlap reaches the least threshold. */
    private boolean computeOverlaps(int[] ranked, int detections, int firstObject, int objects) {
        boolean any = false;
        for (int rank = 0; rank < detections; rank++) {
            for (int i = 0; i < objects; i++) {
                int object = firstObject + i;
                double overlap =
                        boxes.detections().overlap(ranked[rank], boxes.objects(), object, boxes.isCrowd(object));
                overlaps[rank * objects + i] = overlap;
                any |= !(overlap < Thresholds.iou(0));
            }
        }
        return any;
    }

    /** Puts the objects that count first, and returns how many they are. */
    private int orderObjects(AreaRange range, int firstObject, int objects) {
        int counted = 0;
        for (int i = 0; i < objects; i++) {
            if (boxes.counts(firstObject + i, range)) {
                order[counted++] = i;
            }
        }
        int next = counted;
        for (int i = 0; i < objects; i++) {
            if (!boxes.counts(firstObject + i, range)) {
                order[next++] = i;
            }
        }
        return counted;
    }

    private void match(long bit, double threshold, int detections, int firstObject, int objects, int counted) {
        Arrays.fill(taken, 0, objects, false);
        for (int rank = 0; rank < detections; rank++) {
            double best = threshold;
            int found = -1;
            for (int place = 0; place < objects; place++) {
                int i = order[place];
                if (taken[i] && !boxes.isCrowd(firstObject + i)) {
                    continue;
                }
                if (found >= 0 && found < counted && place >= counted) {
                    break;
                }
                double overlap = overlaps[rank * objects + i];
                if (overlap < best) {
                    continue;
                }
                best = overlap;
                found = place;
            }
            if (found >= 0) {
                taken[order[found]] = true;
                hits[rank] |= found < counted ? bit : 0;
                ignored[rank] |= found < counted ? 0 : bit;
            }
        }
    }

    /** The bits of all ranges that a detection of that area is outside of. */
    private static long outside(double area) {
        long mask = 0;
        for (AreaRange range : RANGES) {
            for (int threshold = 0; threshold < Thresholds.ious() && !range.contains(area); threshold++) {
                mask |= Matches.bit(range, threshold);
            }
        }
        return mask;
    }
}
