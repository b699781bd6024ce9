package io.ssdlab.plugin.datasets.coco.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Against the bits that {@code numpy.linspace} gives. */
final class ThresholdsTest {

    @Test
    void iousAreThoseOfNumpy() {
        double[] numpy = {
            0x1.0p-1,
            0x1.199999999999ap-1,
            0x1.3333333333333p-1,
            0x1.4cccccccccccdp-1,
            0x1.6666666666666p-1,
            0x1.8p-1,
            0x1.999999999999ap-1,
            0x1.b333333333333p-1,
            0x1.cccccccccccccp-1,
            0x1.e666666666666p-1
        };
        assertThat(Thresholds.ious()).isEqualTo(numpy.length);
        for (int i = 0; i < numpy.length; i++) {
            assertThat(Thresholds.iou(i)).isEqualTo(numpy[i]);
        }
    }

    @Test
    void recallsAreThoseOfNumpy() {
        assertThat(Thresholds.recalls()).isEqualTo(101);
        for (int i = 0; i < 101; i++) {
            assertThat(Thresholds.recall(i)).isEqualTo(i * 0.01);
        }
        // Not all of them are the nearest number to a hundredth.
        assertThat(Thresholds.recall(35)).isEqualTo(0x1.6666666666667p-2).isNotEqualTo(0.35);
    }
}
