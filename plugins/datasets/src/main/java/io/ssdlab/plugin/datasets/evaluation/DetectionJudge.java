package io.ssdlab.plugin.datasets.evaluation;

import io.ssdlab.plugin.datasets.ranking.Ranking;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Decides which detections are true positives, in each image from the highest score down, and ranks those of the whole
 * split. Equal scores rank in the order given.
 */
final class DetectionJudge {

    private final JudgingRule rule;

    DetectionJudge(JudgingRule rule) {
        this.rule = rule;
    }

    /**
     * Judges the detections of a split.
     *
     * @param classes the labels are 1..classes
     * @return one for each class, in label order
     * @throws IllegalArgumentException if a label is not one of these, naming the image
     */
    List<RankedVerdicts> judge(int classes, List<EvaluatedImage> images) {
        List<List<Integer>> imagesOfObjects = lists(classes);
        List<List<JudgedDetection>> judged = lists(classes);
        for (int i = 0; i < images.size(); i++) {
            int number = i;
            EvaluatedImage image = images.get(i);
            List<List<Target>> targets = lists(classes);
            for (AnnotatedObject object : image.groundTruths()) {
                int index = index(object.label(), classes, image);
                targets.get(index).add(new Target(object));
                if (rule.isToBeFound(object)) {
                    imagesOfObjects.get(index).add(number);
                }
            }
            for (Detection detection : byRank(image.detections(), this::rank)) {
                int index = index(detection.label(), classes, image);
                Verdict verdict = rule.judge(detection, targets.get(index), image);
                judged.get(index).add(new JudgedDetection(number, rank(detection), verdict));
            }
        }
        return IntStream.range(0, classes)
                .parallel()
                .mapToObj(index -> new RankedVerdicts(
                        imagesOfObjects.get(index), byRank(judged.get(index), JudgedDetection::rank)))
                .toList();
    }

    private double rank(Detection detection) {
        return rule.rank(detection.score());
    }

    private static <T> List<T> byRank(List<T> items, ToDoubleFunction<T> rank) {
        double[] ranks = items.stream().mapToDouble(rank).toArray();
        return IntStream.of(Ranking.of(ranks, 0, ranks.length))
                .mapToObj(items::get)
                .toList();
    }

    private static int index(int label, int classes, EvaluatedImage image) {
        if (label < 1 || label > classes) {
            throw new IllegalArgumentException(
                    "image %s: label %d is none of 1..%d".formatted(image.imageId(), label, classes));
        }
        return label - 1;
    }

    private static <T> List<List<T>> lists(int count) {
        List<List<T>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }
}
