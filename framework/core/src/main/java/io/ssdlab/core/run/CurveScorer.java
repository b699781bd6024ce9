package io.ssdlab.core.run;

import ai.djl.ndarray.NDManager;
import io.ssdlab.coco.CocoDetections;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.core.detect.DetectedSplit;
import io.ssdlab.core.evaluate.Evaluation;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.ParameterRows;
import io.ssdlab.core.store.LearningCurve;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Metric;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Scores the test split while a network is in training, with a copy of the network: what is trained never infers, so that a run
 * is the same, bit for bit, whether and when it is scored on its way (MXNet lays weights out anew for inference).
 */
final class CurveScorer {

    private final NDManager manager;
    private final Function<NDManager, DetectorNetwork> copies;
    private final Function<DetectorNetwork, DetectedSplit> detection;
    private final CocoGroundTruth groundTruth;
    private final Map<String, Metric> metrics;

    /**
     * Makes a scorer.
     *
     * @param copies builds a network as the trained one, its weights of no account
     * @param detection on the test split
     */
    CurveScorer(
            NDManager manager,
            Function<NDManager, DetectorNetwork> copies,
            Function<DetectorNetwork, DetectedSplit> detection,
            CocoGroundTruth groundTruth,
            Map<String, Metric> metrics) {
        this.manager = manager;
        this.copies = copies;
        this.detection = detection;
        this.groundTruth = groundTruth;
        this.metrics = metrics;
    }

    LearningCurve.Point score(DetectorNetwork trained, long iteration) {
        try (NDManager scope = manager.newSubManager()) {
            DetectorNetwork copy = copies.apply(scope);
            trained.tensors().forEach((name, rows) -> copy(rows, trained, copy));
            Evaluation evaluation = new Evaluation(groundTruth, detections(detection.apply(copy)));
            Map<String, Double> scores = new LinkedHashMap<>();
            metrics.forEach(
                    (name, metric) -> scores.put(name, evaluation.score(metric).value()));
            return new LearningCurve.Point(iteration, scores);
        }
    }

    private static void copy(ParameterRows rows, DetectorNetwork from, DetectorNetwork to) {
        rows.write(
                to.parameters().get(rows.parameter()).getArray(),
                rows.read(from.parameters().get(rows.parameter()).getArray()));
    }

    /** Of images by id. */
    static CocoDetections detections(DetectedSplit detected) {
        return new CocoDetections(detected.images().stream()
                .collect(Collectors.toMap(
                        EvaluatedImage::imageId, EvaluatedImage::detections, (one, other) -> one, LinkedHashMap::new)));
    }
}
