package io.ssdlab.plugin.datasets.evaluation;

import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.evaluation.Scores;
import io.ssdlab.spi.evaluation.WeightedScore;
import jakarta.inject.Inject;
import java.util.List;

/**
 * mAP of VOC2007: the mean over the classes of the 11-point AP. The detail {@code recall} is the mean of their final
 * recalls.
 */
public final class Voc07Metric implements Metric {

    private final MeanAveragePrecision mean;

    @Inject
    public Voc07Metric(Voc07MetricConfig config) {
        mean = MeanAveragePrecision.ofVoc(
                config.convention(), config.iouThreshold(), new ElevenPointAveragePrecision(config.convention()));
    }

    @Override
    public Scores score(List<String> classes, List<EvaluatedImage> images) {
        return mean.score(classes, images);
    }

    @Override
    public WeightedScore weighted(List<String> classes, List<EvaluatedImage> images) {
        return mean.weighted(classes, images);
    }
}
