package io.ssdlab.plugin.datasets.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RankedHitsTest {

    /** Hit, false, ignored, then of image 1 with one score false, hit; then a false alarm and a hit of image 0. */
    private static final RankedDetections RANKED =
            new RankedDetections(new int[] {0, 1, 2, 1, 1, 0, 0}, new double[] {0.9, 0.8, 0.7, 0.5, 0.5, 0.5, 0.4});

    private static final RankedHits HITS =
            new RankedHits(RANKED, row -> row == 0 || row == 4 || row == 6, row -> row == 2);

    @Test
    void countsFalseAlarmsBeforeEachHit() {
        assertThat(falseAlarms(1, 1, 1)).containsExactly(0, 2, 3);
    }

    @Test
    void countsAnImageAsOftenAsItIsThere() {
        // H H F I F H (F F) H H
        assertThat(falseAlarms(2, 1, 1)).containsExactly(0, 0, 2, 4, 4);
        assertThat(falseAlarms(0, 1, 0)).containsExactly(2);
        assertThat(falseAlarms(1, 0, 3)).containsExactly(0, 1);
        assertThat(falseAlarms(0, 0, 2)).isEmpty();
    }

    @Test
    void neighboursOfOneImageWithTheSameScoreStayTogether() {
        // H, F F, I, then F H F H rather than F F H H, then F, H.
        assertThat(falseAlarms(1, 2, 1)).containsExactly(0, 3, 4, 5);
    }

    @Test
    void countsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> ImageCounts.of(new int[2], 3)).hasMessage("2 counts for 3 images");
        assertThatThrownBy(() -> ImageCounts.of(new int[] {1, -1, 1}, 3)).hasMessage("image 2 of 3: count -1");
    }

    @Test
    void moreDetectionsThanAnIntCanCountAreRefused() {
        ImageCounts counts = ImageCounts.of(new int[] {Integer.MAX_VALUE, 1, 1}, 3);

        assertThatThrownBy(() -> RANKED.counted(counts)).isInstanceOf(ArithmeticException.class);
    }

    private static int[] falseAlarms(int... counts) {
        return HITS.falseAlarms(RANKED.counted(ImageCounts.of(counts, 3)));
    }
}
