package io.ssdlab.core.detect;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DetectionThresholdsTest {

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DetectionThresholds(-0.1f, 400, 0.45f, 200))
                .withMessageContaining("score-threshold");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DetectionThresholds(0.01f, 400, 1.5f, 200))
                .withMessageContaining("iou-threshold");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DetectionThresholds(0.01f, 0, 0.45f, 200))
                .withMessageContaining("at least 1");
    }
}
