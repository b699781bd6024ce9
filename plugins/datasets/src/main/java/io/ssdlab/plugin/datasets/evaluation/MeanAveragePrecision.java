package io.ssdlab.plugin.datasets.evaluation;

import io.ssdlab.plugin.datasets.ranking.ImageCounts;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Scores;
import io.ssdlab.spi.evaluation.WeightedScore;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The way from detections to mAP that the metrics share; they differ in how detections are judged and in how the AP of a
 * class is taken.
 *
 * @param countsAbsentClasses whether a class without ground truth counts as 0 in mAP, rather than not at all
 */
record MeanAveragePrecision(JudgingRule rule, AveragePrecision averagePrecision, boolean countsAbsentClasses) {

    static MeanAveragePrecision ofVoc(Convention convention, double iouThreshold, AveragePrecision averagePrecision) {
        return new MeanAveragePrecision(
                new VocRule(convention, iouThreshold), averagePrecision, convention.countsAbsentClasses());
    }

    Scores score(List<String> classes, List<EvaluatedImage> images) {
        ImageCounts once = ImageCounts.ones(images.size());
        Map<String, Double> perClass = new LinkedHashMap<>();
        DoubleStream.Builder recalls = DoubleStream.builder();
        List<RankedVerdicts> ranked = new DetectionJudge(rule).judge(classes.size(), images);
        for (int i = 0; i < classes.size(); i++) {
            Optional<PrecisionRecallCurve> curve = ranked.get(i).curve(once);
            perClass.put(classes.get(i), curve.map(averagePrecision::of).orElse(Double.NaN));
            curve.ifPresent(defined -> recalls.add(defined.finalRecall()));
        }
        return new Scores(
                mean(perClass.values().stream().mapToDouble(Double::doubleValue).toArray()),
                perClass,
                Map.of("recall", recalls.build().average().orElse(Double.NaN)));
    }

    WeightedScore weighted(List<String> classes, List<EvaluatedImage> images) {
        List<RankedVerdicts> ranked = new DetectionJudge(rule).judge(classes.size(), images);
        int size = images.size();
        return counts -> {
            ImageCounts checked = ImageCounts.of(counts, size);
            return mean(ranked.stream()
                    .mapToDouble(ofClass ->
                            ofClass.curve(checked).map(averagePrecision::of).orElse(Double.NaN))
                    .toArray());
        };
    }

    private double mean(double[] precisions) {
        if (Arrays.stream(precisions).allMatch(Double::isNaN)) {
            return Double.NaN;
        }
        return Arrays.stream(precisions)
                .filter(precision -> countsAbsentClasses || !Double.isNaN(precision))
                .map(precision -> Double.isNaN(precision) ? 0 : precision)
                .average()
                .orElse(Double.NaN);
    }
}
