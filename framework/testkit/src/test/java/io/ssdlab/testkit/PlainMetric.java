package io.ssdlab.testkit;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.evaluation.Scores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mean over the classes of the precision at each found object, at an IoU of a half: average precision uncorrected. */
final class PlainMetric implements Metric {

    private static final double LEAST_IOU = 0.5;

    private record Ranked(EvaluatedImage image, Detection detection) {}

    @Override
    public Scores score(List<String> classes, List<EvaluatedImage> images) {
        Map<String, Double> perClass = new LinkedHashMap<>();
        for (int label = 1; label <= classes.size(); label++) {
            perClass.put(classes.get(label - 1), averagePrecision(label, images));
        }
        double mean = perClass.values().stream()
                .filter(precision -> !precision.isNaN())
                .mapToDouble(precision -> precision)
                .average()
                .orElse(Double.NaN);
        return new Scores(mean, perClass, Map.of());
    }

    private static double averagePrecision(int label, List<EvaluatedImage> images) {
        long objects = images.stream()
                .flatMap(image -> image.groundTruths().stream())
                .filter(object -> object.label() == label)
                .count();
        List<Ranked> ranking = new ArrayList<>();
        for (EvaluatedImage image : images) {
            image.detections().stream()
                    .filter(detection -> detection.label() == label)
                    .forEach(detection -> ranking.add(new Ranked(image, detection)));
        }
        ranking.sort(Comparator.comparingDouble(ranked -> -ranked.detection().score()));
        Set<AnnotatedObjectOfImage> found = new HashSet<>();
        double sum = 0;
        int hits = 0;
        for (int rank = 0; rank < ranking.size(); rank++) {
            Ranked ranked = ranking.get(rank);
            for (AnnotatedObject object : ranked.image().groundTruths()) {
                if (object.label() == label
                        && intersectionOverUnion(
                                        object.box(), ranked.detection().box())
                                >= LEAST_IOU
                        && found.add(new AnnotatedObjectOfImage(ranked.image().imageId(), object))) {
                    hits++;
                    sum += (double) hits / (rank + 1);
                    break;
                }
            }
        }
        return objects == 0 ? Double.NaN : sum / objects;
    }

    private static double intersectionOverUnion(PixelBox one, PixelBox other) {
        double width = Math.min(one.xMax(), other.xMax()) - Math.max(one.xMin(), other.xMin());
        double height = Math.min(one.yMax(), other.yMax()) - Math.max(one.yMin(), other.yMin());
        double intersection = Math.max(0, width) * Math.max(0, height);
        return intersection / (one.width() * one.height() + other.width() * other.height() - intersection);
    }

    private record AnnotatedObjectOfImage(String imageId, AnnotatedObject object) {}
}
