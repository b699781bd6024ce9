package io.ssdlab.report.diagnosis;

import static io.ssdlab.report.diagnosis.Scene.detection;
import static io.ssdlab.report.diagnosis.Scene.difficult;
import static io.ssdlab.report.diagnosis.Scene.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.evaluation.Detection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ImageAnalysisTest {

    private static final DiagnosisSettings FROM_A_HALF = new DiagnosisSettings(0.5, 0.1, OptionalDouble.of(0.5));

    @Test
    void tellsWhatIsFoundWrongAndMissed() {
        Detection late = detection(2, 0.4, 100, 0, 40, 40);
        Detection cat = detection(1, 0.7, 0, 0, 40, 40);
        Detection duplicate = detection(1, 0.6, 0, 0, 40, 36);
        Detection nothing = detection(1, 0.9, 0, 150, 40, 40);
        ImageDiagnosis image = Scene.of(
                        List.of(object(1, 0, 0, 40, 40), object(2, 100, 0, 40, 40), difficult(1, 150, 0, 40, 40)),
                        List.of(late, cat, duplicate, nothing))
                .diagnosed(ScoringRule.VOC07, FROM_A_HALF)
                .images()
                .get(0);
        assertThat(image.detections())
                .extracting(DiagnosedDetection::detection)
                .containsExactly(nothing, cat, duplicate);
        assertThat(image.detections())
                .extracting(DiagnosedDetection::verdict)
                .containsExactly(DetectionVerdict.BACKGROUND, DetectionVerdict.CORRECT, DetectionVerdict.DUPLICATE);
        assertThat(image.detections())
                .extracting(DiagnosedDetection::object)
                .containsExactly(OptionalInt.empty(), OptionalInt.of(0), OptionalInt.of(0));
        assertThat(image.detections().get(2).iou()).isEqualTo(41 * 37 / (41.0 * 41), within(1e-12));
        assertThat(image.objects())
                .extracting(DiagnosedObject::state)
                .containsExactly(
                        DiagnosedObject.State.FOUND, DiagnosedObject.State.MISSED, DiagnosedObject.State.IGNORED);
        assertThat(image.objects()).extracting(DiagnosedObject::score).containsExactly(0.7, 0.4, Double.NaN);
        assertThat(List.of(image.correct(), image.wrong(), image.missed())).containsExactly(1, 2, 1);
        assertThat(image.f1()).isEqualTo(2 / 5.0, within(1e-12));
        assertThat(image.fileName()).isEqualTo("1.jpg");
    }

    @Test
    void anEmptyImageOfWhichNothingIsSaidIsPerfect() {
        ImageDiagnosis image = Scene.of(List.of(), List.of(detection(1, 0.2, 0, 0, 40, 40)))
                .diagnosed(ScoringRule.COCO, FROM_A_HALF)
                .images()
                .get(0);
        assertThat(image.f1()).isEqualTo(1);
        assertThat(image.detections()).isEmpty();
    }

    @Test
    void keepsNoMoreThanCanBeDrawnButCountsAll() {
        ImageDiagnosis image = Scene.of(
                        List.of(object(1, 0, 0, 40, 40)), Collections.nCopies(300, detection(1, 0.8, 100, 100, 40, 40)))
                .diagnosed(ScoringRule.VOC12, FROM_A_HALF)
                .images()
                .get(0);
        assertThat(image.detections()).hasSize(ImageDiagnosis.MOST_DETECTIONS);
        assertThat(image.wrong()).isEqualTo(300);
    }
}
