package io.ssdlab.plugin.datasets.coco.evaluation;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** COCO's protocol for one class, area range and IoU threshold as one would write it down, whatever it costs. */
record PlainEvaluation(int label, double leastArea, double greatestArea, double threshold, int mostDetections) {

    private record Claim(double score, boolean hit, boolean ignored) {}

    /** Precision averaged over the recalls, and the recall; both NaN without an object to find. */
    record Result(double averagePrecision, double recall) {}

    /** The images by ascending id. */
    Result of(List<EvaluatedImage> images) {
        List<Claim> claims = new ArrayList<>();
        double objects = 0;
        for (EvaluatedImage image : images) {
            List<AnnotatedObject> here = image.groundTruths().stream()
                    .filter(object -> object.label() == label)
                    .sorted(Comparator.comparing(this::isIgnored))
                    .toList();
            objects += here.stream().filter(object -> !isIgnored(object)).count();
            Set<Integer> taken = new HashSet<>();
            image.detections().stream()
                    .filter(detection -> detection.label() == label)
                    .sorted(Comparator.comparingDouble(Detection::score).reversed())
                    .limit(mostDetections)
                    .forEach(detection -> claims.add(claim(detection, here, taken)));
        }
        if (objects == 0) {
            return new Result(Double.NaN, Double.NaN);
        }
        claims.sort(Comparator.comparingDouble(Claim::score).reversed());
        return result(claims, objects);
    }

    private Claim claim(Detection detection, List<AnnotatedObject> objects, Set<Integer> taken) {
        int found = -1;
        double best = threshold;
        for (int i = 0; i < objects.size(); i++) {
            boolean free = !taken.contains(i) || objects.get(i).crowd();
            boolean settled = found >= 0 && !isIgnored(objects.get(found)) && isIgnored(objects.get(i));
            double overlap = overlap(detection.box(), objects.get(i));
            if (free && !settled && overlap >= best) {
                best = overlap;
                found = i;
            }
        }
        if (found < 0) {
            return new Claim(detection.score(), false, isOutside(area(detection.box())));
        }
        taken.add(found);
        return new Claim(detection.score(), true, isIgnored(objects.get(found)));
    }

    private static Result result(List<Claim> claims, double objects) {
        List<Double> recalls = new ArrayList<>();
        List<Double> precisions = new ArrayList<>();
        double hits = 0;
        double misses = 0;
        for (Claim claim : claims) {
            hits += claim.hit() && !claim.ignored() ? 1 : 0;
            misses += claim.hit() || claim.ignored() ? 0 : 1;
            recalls.add(hits / objects);
            precisions.add(hits / (misses + hits + Math.ulp(1.0)));
        }
        double sum = 0;
        for (int hundredth = 0; hundredth <= 100; hundredth++) {
            double best = 0;
            for (int i = 0; i < claims.size(); i++) {
                if (recalls.get(i) >= hundredth * 0.01) {
                    best = Math.max(best, precisions.get(i));
                }
            }
            sum += best;
        }
        return new Result(sum / 101, hits / objects);
    }

    private boolean isIgnored(AnnotatedObject object) {
        return object.crowd() || isOutside(object.area());
    }

    private boolean isOutside(double area) {
        return area < leastArea || area > greatestArea;
    }

    private static double overlap(PixelBox box, AnnotatedObject object) {
        PixelBox other = object.box();
        double width = Math.min(box.xMax(), other.xMax()) - Math.max(box.xMin(), other.xMin());
        double height = Math.min(box.yMax(), other.yMax()) - Math.max(box.yMin(), other.yMin());
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double intersection = width * height;
        return intersection / (object.crowd() ? area(box) : area(box) + area(other) - intersection);
    }

    private static double area(PixelBox box) {
        return box.width() * box.height();
    }
}
