package io.ssdlab.report.diagnosis;

import static io.ssdlab.report.diagnosis.Scene.detection;
import static io.ssdlab.report.diagnosis.Scene.difficult;
import static io.ssdlab.report.diagnosis.Scene.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationAnalysisTest {

    @Test
    void setsScoresAgainstPrecision() {
        Calibration calibration = Scene.of(
                        List.of(object(1, 0, 0, 40, 40), object(1, 50, 0, 40, 40), difficult(1, 100, 0, 40, 40)),
                        List.of(
                                detection(1, 0.72, 0, 0, 40, 40),
                                detection(1, 0.76, 0, 150, 40, 40),
                                detection(1, 0.71, 100, 0, 40, 40),
                                detection(1, 0.7, 50, 150, 40, 40),
                                detection(1, 1, 50, 0, 40, 40),
                                detection(2, -3, 50, 0, 40, 40)))
                .diagnosed(ScoringRule.VOC07)
                .calibration();
        assertThat(calibration.bins()).hasSize(10);
        CalibrationBin seven = calibration.bins().get(7);
        assertThat(seven.from()).isEqualTo(0.7);
        assertThat(seven.to()).isEqualTo(0.8);
        assertThat(seven.detections()).isEqualTo(3);
        assertThat(seven.correct()).isEqualTo(1);
        assertThat(seven.precision()).isEqualTo(1 / 3.0, within(1e-12));
        assertThat(seven.meanScore()).isEqualTo((0.72 + 0.76 + 0.7) / 3, within(1e-12));
        assertThat(calibration.bins().get(9).correct()).isEqualTo(1);
        assertThat(calibration.bins().get(0).detections()).isEqualTo(1);
        assertThat(calibration.bins().get(5).precision()).isNaN();
        double distance = 3 * ((0.72 + 0.76 + 0.7) / 3 - 1 / 3.0) + 0 + 3;
        assertThat(calibration.expectedError()).isEqualTo(distance / 5, within(1e-12));
    }
}
