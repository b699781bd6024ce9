package io.ssdlab.core.evaluate;

import io.ssdlab.coco.CocoDetections;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.core.store.ResampledScore;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.evaluation.Scores;
import java.util.List;

/**
 * Detections held against the ground truth of their split; every metric can score them, now or long after the run.
 *
 * <p>A box's far corner is x + width in the files, so what is read back can differ from what was written in the last bit.
 * Score what was read back, and scores never depend on whether a run was resumed.
 *
 * @param groundTruth of the whole split
 * @param detections those of images that the ground truth does not have are left out
 */
public record Evaluation(CocoGroundTruth groundTruth, CocoDetections detections) {

    /** Every image of the split, in its order, with what is there and what was found. */
    public List<EvaluatedImage> images() {
        return groundTruth.images().stream()
                .map(image -> new EvaluatedImage(
                        image.id(), image.width(), image.height(), image.objects(), detections.of(image.id())))
                .toList();
    }

    public Scores score(Metric metric) {
        return metric.score(groundTruth.classes(), images());
    }

    /** The metric's value under each of the {@link ImageResamples} of the split. Uses all cores. */
    public ResampledScore resampled(Metric metric) {
        List<EvaluatedImage> images = images();
        ImageResamples resamples =
                ImageResamples.of(images.stream().map(EvaluatedImage::imageId).toList());
        return new ResampledScore(resamples.key(), resamples.values(metric.weighted(groundTruth.classes(), images)));
    }
}
