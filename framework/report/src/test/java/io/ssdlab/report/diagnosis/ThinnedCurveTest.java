package io.ssdlab.report.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinnedCurveTest {

    /** The curve of random detections, each right with a chance that falls with the score. */
    private static List<CurvePoint> curve(int detections, long seed) {
        Random random = new Random(seed);
        List<CurvePoint> points = new ArrayList<>();
        int hits = 0;
        for (int i = 1; i <= detections; i++) {
            if (random.nextDouble() < 1 - i / (double) detections) {
                hits++;
                points.add(new CurvePoint(hits / (double) detections, hits / (double) i, 1 - i / (double) detections));
            }
        }
        return points;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 50, 1000, 50_000})
    void straysByNoMoreThanItSays(int detections) {
        List<CurvePoint> points = curve(detections, 7);
        ThinnedCurve thinned = ThinnedCurve.of(points);
        assertThat(thinned.points()).hasSizeLessThanOrEqualTo(ThinnedCurve.MOST_POINTS);
        assertThat(points).containsAll(thinned.points());
        assertThat(thinned.tolerance()).isLessThan(0.05);
        for (CurvePoint point : points) {
            assertThat(Math.abs(drawn(thinned.points(), point.recall()) - point.precision()))
                    .isLessThanOrEqualTo(thinned.tolerance() + 1e-12);
        }
    }

    /** The precision at a recall on the straight lines between points. */
    private static double drawn(List<CurvePoint> points, double recall) {
        int after = 0;
        while (points.get(after).recall() < recall) {
            after++;
        }
        CurvePoint to = points.get(after);
        if (to.recall() == recall) {
            return to.precision();
        }
        CurvePoint from = points.get(after - 1);
        return from.precision()
                + (recall - from.recall()) * (to.precision() - from.precision()) / (to.recall() - from.recall());
    }

    @Test
    void keepsTheEndsOfAStraightLineAlone() {
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 1; i <= 1000; i++) {
            points.add(new CurvePoint(i / 1000.0, 1, 1 - i / 1000.0));
        }
        assertThat(ThinnedCurve.of(points).points()).containsExactly(points.get(0), points.get(999));
    }
}
