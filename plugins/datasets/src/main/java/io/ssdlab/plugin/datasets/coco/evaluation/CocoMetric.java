package io.ssdlab.plugin.datasets.coco.evaluation;

import io.ssdlab.plugin.datasets.ranking.ImageCounts;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.evaluation.Scores;
import io.ssdlab.spi.evaluation.WeightedScore;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * The twelve numbers of COCO, equal to those of pycocotools (COCOeval for boxes, default parameters).
 *
 * <p>The value is AP, the mean over classes, over IoUs from 0.5 to 0.95 and over recalls. The details are the other eleven:
 * AP50, AP75, APs, APm, APl, AR1, AR10, AR100, ARs, ARm, ARl. What is undefined is NaN (pycocotools prints -1): a class or a
 * size without objects. As in pycocotools, crowds are neither to be found nor held against a detection, difficult objects
 * (VOC) count like others, and at most 100 detections of a class count in an image.
 *
 * <p>One case differs: pycocotools takes a detection that found the annotation of id 0 for one that found nothing.
 */
public final class CocoMetric implements Metric {

    /** A metric without settings. */
    @Inject
    public CocoMetric() {}

    @Override
    public Scores score(List<String> classes, List<EvaluatedImage> images) {
        List<Map<Statistic, Double>> byClass = boxes(classes, images, ImageOrder.of(images)).parallelStream()
                .map(CocoMetric::score)
                .toList();
        Map<String, Double> perClass = new LinkedHashMap<>();
        for (int i = 0; i < classes.size(); i++) {
            perClass.put(classes.get(i), byClass.get(i).get(Statistic.AP));
        }
        Map<String, Double> details = new LinkedHashMap<>();
        for (Statistic statistic : Statistic.values()) {
            details.put(statistic.key(), mean(byClass.stream().mapToDouble(scores -> scores.get(statistic))));
        }
        double value = details.remove(Statistic.AP.key());
        return new Scores(value, perClass, details);
    }

    @Override
    public WeightedScore weighted(List<String> classes, List<EvaluatedImage> images) {
        int[] order = ImageOrder.of(images);
        List<WeightedPrecision> byClass = boxes(classes, images, order).parallelStream()
                .map(boxes -> new WeightedPrecision(new CategoryMatching(boxes).run()))
                .toList();
        return counts -> {
            ImageCounts ordered = ImageCounts.of(counts, order.length).inOrder(order);
            return mean(byClass.stream().mapToDouble(precision -> precision.of(ordered)));
        };
    }

    private static List<CategoryBoxes> boxes(List<String> classes, List<EvaluatedImage> images, int[] order) {
        return CategoryBoxes.of(
                classes.size(), Arrays.stream(order).mapToObj(images::get).toList());
    }

    private static Map<Statistic, Double> score(CategoryBoxes boxes) {
        CategoryScores scores = new CategoryScores(new CategoryMatching(boxes).run());
        Map<Statistic, Double> byStatistic = new EnumMap<>(Statistic.class);
        for (Statistic statistic : Statistic.values()) {
            byStatistic.put(statistic, statistic.of(scores));
        }
        return byStatistic;
    }

    private static double mean(DoubleStream scores) {
        return scores.filter(score -> !Double.isNaN(score)).average().orElse(Double.NaN);
    }
}
