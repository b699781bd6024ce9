package io.ssdlab.core.plugin.toy;

import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.evaluation.Scores;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The share of images with at least as many detections as objects. */
public final class ToyMetric implements Metric {

    @Inject
    public ToyMetric() {}

    @Override
    public Scores score(List<String> classes, List<EvaluatedImage> images) {
        double share = images.stream()
                .mapToInt(image ->
                        image.detections().size() >= image.groundTruths().size() ? 1 : 0)
                .average()
                .orElse(Double.NaN);
        return new Scores(share, Map.of(), Map.of());
    }
}
