package io.ssdlab.plugin.augmenters.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AxisPlacementTest {

    @Example
    void aPictureAsLongAsTheCanvasLiesOnAllOfIt() {
        assertThat(AxisPlacement.of(7, 20, 0, 20)).contains(new AxisPlacement(0, 7, 0, 20));
    }

    @Example
    void whatReachesOverTheEdgesIsCut() {
        // 10 pixels to 20, from -4 on: the first two are lost, and with a canvas of 12 the last two.
        assertThat(AxisPlacement.of(10, 20, -4, 12)).contains(new AxisPlacement(2, 6, 0, 12));
        assertThat(AxisPlacement.of(10, 20, 12, 12)).isEmpty();
        assertThat(AxisPlacement.of(10, 20, -20, 12)).isEmpty();
    }

    @Property(tries = 1000, seed = "7")
    void everyPlaceLiesWithinAPixelOfWhereItShould(
            @ForAll @IntRange(min = 1, max = 60) int pixels,
            @ForAll @IntRange(min = 1, max = 120) int length,
            @ForAll @IntRange(min = -130, max = 80) int from,
            @ForAll @IntRange(min = 1, max = 70) int canvas) {
        Optional<AxisPlacement> placement = AxisPlacement.of(pixels, length, from, canvas);

        boolean shows = from < canvas && from + length > 0;
        assertThat(placement.isPresent()).isEqualTo(shows);
        placement.ifPresent(axis -> {
            assertThat(axis.canvasFrom()).isEqualTo(Math.max(from, 0));
            assertThat(axis.canvasFrom() + axis.canvasLength()).isEqualTo(Math.min(from + length, canvas));
            assertThat(axis.sourceLength()).isPositive();
            assertThat(axis.sourceFrom()).isNotNegative();
            assertThat(axis.sourceEnd()).isLessThanOrEqualTo(pixels);
            double pixel = (double) length / pixels;
            for (int place = 0; place <= pixels; place++) {
                double onCanvas = Math.max(0, Math.min(canvas, from + place * pixel));
                assertThat(axis.onCanvas(place)).isCloseTo(onCanvas, within(pixel + 1e-9));
            }
        });
    }
}
