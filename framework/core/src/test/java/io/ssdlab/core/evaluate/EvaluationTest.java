package io.ssdlab.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.coco.CocoCategory;
import io.ssdlab.coco.CocoDetections;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.coco.CocoImage;
import io.ssdlab.core.store.ResampledScore;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.evaluation.Scores;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final PixelBox BOX = new PixelBox(0, 0, 10, 10);

    @Test
    void showsTheMetricEveryImageWithItsObjectsAndDetections() {
        CocoGroundTruth truth = new CocoGroundTruth(
                List.of(new CocoCategory(8, "cat"), new CocoCategory(9, "dog")),
                List.of(
                        new CocoImage("a", "", 20, 10, List.of(new AnnotatedObject(BOX, 1, false, false))),
                        new CocoImage("b", "", 30, 10, List.of())));
        CocoDetections detections =
                new CocoDetections(Map.of("b", List.of(new Detection(1, 0.5f, BOX), new Detection(2, 0.5f, BOX))));
        Metric counts = (classes, images) -> new Scores(
                images.size(),
                Map.of(
                        classes.get(0), (double) images.get(0).groundTruths().size(),
                        classes.get(1), (double) images.get(1).detections().size()),
                Map.of("width", (double) images.get(1).width()));

        Scores scores = new Evaluation(truth, detections).score(counts);

        assertThat(scores.value()).isEqualTo(2);
        assertThat(scores.perClass()).containsOnly(Map.entry("cat", 1.0), Map.entry("dog", 2.0));
        assertThat(scores.details()).containsEntry("width", 30.0);
    }

    @Test
    void resamplesTheImagesOfTheSplit() {
        CocoGroundTruth truth = new CocoGroundTruth(
                List.of(new CocoCategory(1, "cat")),
                List.of(new CocoImage("a", "", 20, 10, List.of()), new CocoImage("b", "", 30, 10, List.of())));
        Metric width = (classes, images) ->
                new Scores(images.stream().mapToDouble(EvaluatedImage::width).sum() / 100, Map.of(), Map.of());

        ResampledScore resampled = new Evaluation(truth, new CocoDetections(Map.of())).resampled(width);

        ImageResamples resamples = ImageResamples.of(List.of("a", "b"));
        assertThat(resampled.images()).isEqualTo(resamples.key());
        assertThat(resampled.size()).isEqualTo(ImageResamples.COUNT);
        for (int resample = 0; resample < resampled.size(); resample++) {
            int[] counts = resamples.counts(resample);
            assertThat(resampled.at(resample)).isEqualTo((counts[0] * 20 + counts[1] * 30) / 100.0);
        }
    }
}
