package io.ssdlab.plugin.datasets.evaluation;

import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Scores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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
        List<RankedVerdicts> ranked = new DetectionJudge(rule).judge(classes.size(), images);
        Map<String, Double> perClass = new LinkedHashMap<>();
        DoubleStream.Builder recalls = DoubleStream.builder();
        for (int i = 0; i < classes.size(); i++) {
            RankedVerdicts ofClass = ranked.get(i);
            if (ofClass.groundTruths() == 0) {
                perClass.put(classes.get(i), Double.NaN);
            } else {
                PrecisionRecallCurve curve = PrecisionRecallCurve.of(ofClass);
                perClass.put(classes.get(i), averagePrecision.of(curve));
                recalls.add(curve.finalRecall());
            }
        }
        return new Scores(
                mean(perClass),
                perClass,
                Map.of("recall", recalls.build().average().orElse(Double.NaN)));
    }

    private double mean(Map<String, Double> perClass) {
        OptionalDouble mean = perClass.values().stream()
                .mapToDouble(Double::doubleValue)
                .filter(precision -> countsAbsentClasses || !Double.isNaN(precision))
                .map(precision -> Double.isNaN(precision) ? 0 : precision)
                .average();
        boolean defined = perClass.values().stream().anyMatch(precision -> !precision.isNaN());
        return defined ? mean.orElse(Double.NaN) : Double.NaN;
    }
}
