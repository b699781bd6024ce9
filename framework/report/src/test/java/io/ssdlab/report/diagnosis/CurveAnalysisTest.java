package io.ssdlab.report.diagnosis;

import static io.ssdlab.report.diagnosis.Scene.detection;
import static io.ssdlab.report.diagnosis.Scene.difficult;
import static io.ssdlab.report.diagnosis.Scene.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CurveAnalysisTest {

    /** Four cats in a row, which boxes of the same places find, and a dog. */
    private static final List<AnnotatedObject> ANIMALS = List.of(
            object(1, 0, 0, 40, 40),
            object(1, 50, 0, 40, 40),
            object(1, 100, 0, 40, 40),
            object(1, 150, 0, 40, 40),
            object(2, 0, 100, 40, 40),
            difficult(2, 50, 100, 40, 40));

    private static final List<Detection> DETECTIONS = List.of(
            detection(1, 0.9, 0, 0, 40, 40),
            detection(1, 0.8, 0, 150, 40, 40),
            detection(1, 0.7, 50, 0, 40, 40),
            detection(1, 0.7, 100, 150, 40, 40),
            detection(1, 0.6, 100, 0, 40, 40),
            detection(1, 0.1, 150, 150, 40, 40),
            detection(2, 0.95, 50, 100, 40, 40));

    private static RunDiagnosis diagnosed(OptionalDouble score) {
        return Scene.of(ANIMALS, DETECTIONS).diagnosed(ScoringRule.VOC07, new DiagnosisSettings(0.5, 0.1, score));
    }

    @Test
    void aPointForEachObjectThatIsFound() {
        PrecisionRecallCurve cats =
                diagnosed(OptionalDouble.empty()).classes().get(0).curve();
        assertThat(cats.points())
                .containsExactly(
                        new CurvePoint(1 / 4.0, 1, 0.9),
                        new CurvePoint(2 / 4.0, 2 / 3.0, 0.7),
                        new CurvePoint(3 / 4.0, 3 / 5.0, 0.6));
        assertThat(cats.groundTruths()).isEqualTo(4);
        assertThat(cats.detections()).isEqualTo(6);
        // Recalls 0 to 0.2 at 1, 0.3 to 0.5 at 2/3, 0.6 and 0.7 at 3/5, which no step above an exact tenth misses.
        assertThat(cats.averagePrecision()).isEqualTo((3 + 3 * 2 / 3.0 + 2 * 3 / 5.0) / 11, within(1e-12));
        assertThat(cats.best()).contains(new OperatingPoint(0.6, 3 / 5.0, 3 / 4.0));
        assertThat(cats.best().orElseThrow().f1()).isEqualTo(2 / 3.0, within(1e-12));
    }

    @Test
    void aClassInWhichNothingIsFound() {
        PrecisionRecallCurve dogs =
                diagnosed(OptionalDouble.empty()).classes().get(1).curve();
        assertThat(dogs.points()).isEmpty();
        assertThat(dogs.best()).isEmpty();
        assertThat(dogs.groundTruths()).isEqualTo(1);
        // The difficult one's counts for nothing.
        assertThat(dogs.detections()).isZero();
        assertThat(dogs.averagePrecision()).isZero();
    }

    @Test
    void allDetectionsOfAScoreCountTogether() {
        OperatingPoint best = Scene.of(
                        List.of(object(1, 0, 0, 40, 40)),
                        List.of(detection(1, 0.5, 0, 0, 40, 40), detection(1, 0.5, 100, 100, 40, 40)))
                .diagnosed(ScoringRule.COCO)
                .operatingPoint();
        assertThat(best).isEqualTo(new OperatingPoint(0.5, 0.5, 1));
    }

    @Test
    void theOperatingPointIsThatOfTheBestF1OverAllClasses() {
        assertThat(diagnosed(OptionalDouble.empty()).operatingPoint())
                .isEqualTo(new OperatingPoint(0.6, 3 / 5.0, 3 / 5.0));
    }

    @Test
    void theOperatingPointCanBeAskedFor() {
        assertThat(diagnosed(OptionalDouble.of(0.8)).operatingPoint())
                .isEqualTo(new OperatingPoint(0.8, 1 / 2.0, 1 / 5.0));
        OperatingPoint nowhere = diagnosed(OptionalDouble.of(0.99)).operatingPoint();
        assertThat(nowhere.precision()).isNaN();
        assertThat(nowhere.recall()).isZero();
        assertThat(nowhere.f1()).isZero();
    }

    @Test
    void aRunThatFindsNothingCountsFromAHalf() {
        RunDiagnosis run =
                Scene.of(ANIMALS, List.of(detection(1, 0.9, 0, 150, 40, 40))).diagnosed(ScoringRule.COCO);
        assertThat(run.operatingPoint()).isEqualTo(new OperatingPoint(0.5, 0, 0));
    }
}
