package io.ssdlab.plugin.ssd.augment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

final class ExpansionPlacementTest {

    @Test
    void drawsTheRatioThenTheRowsAboveThenTheColumnsLeft() {
        FixedDraws draws = new FixedDraws(0.5f, 0.75f, 0.25f);
        ExpansionPlacement placement = ExpansionPlacement.draw(640, 480, 4, draws);
        assertThat(placement).isEqualTo(new ExpansionPlacement(640, 480, 1600, 1200, 240, 540));
        assertThat(draws.used()).isEqualTo(3);
    }

    @Test
    void windowIsTheCanvasInUnitsOfThePicture() {
        Window window = new ExpansionPlacement(640, 480, 1600, 1200, 240, 540).window();
        assertThat(window.corners()).isEqualTo(new CornerBox(-0.375f, -1.125f, 2.125f, 1.375f));
    }

    @Test
    void everythingIsCutToWholePixels() {
        assertThat(ExpansionPlacement.of(10, 7, 1.99f, 0.99f, 0.5f))
                .isEqualTo(new ExpansionPlacement(10, 7, 19, 13, 4, 5));
    }

    @Property
    void thePictureLiesOnTheCanvas(
            @ForAll @IntRange(min = 1, max = 5000) int width,
            @ForAll @IntRange(min = 1, max = 5000) int height,
            @ForAll @Scale(6) @DoubleRange(min = 1, max = 16) double maxRatio,
            @ForAll long seed) {
        ExpansionPlacement placement = ExpansionPlacement.draw(width, height, maxRatio, new SplittableRandom(seed));
        assertThat(placement.left()).isNotNegative();
        assertThat(placement.top()).isNotNegative();
        assertThat(placement.left() + width).isLessThanOrEqualTo(placement.canvasWidth());
        assertThat(placement.top() + height).isLessThanOrEqualTo(placement.canvasHeight());
        assertThat((double) placement.canvasWidth()).isLessThanOrEqualTo(maxRatio * width + 1e-3);
    }
}
