package io.ssdlab.plugin.datasets.evaluation;

import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.evaluation.Scores;
import io.ssdlab.spi.evaluation.WeightedScore;
import jakarta.inject.Inject;
import java.util.List;

/**
 * mAP of the ILSVRC detection challenge: the mean over the classes of the area under precision over recall. The detail
 * {@code recall} is the mean of their final recalls.
 *
 * <p>The devkit's blacklist of pairs of image and class is not known here: such detections count.
 */
public final class IlsvrcMetric implements Metric {

    private final MeanAveragePrecision mean;

    @Inject
    public IlsvrcMetric(IlsvrcMetricConfig config) {
        mean = config.convention().metric();
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
