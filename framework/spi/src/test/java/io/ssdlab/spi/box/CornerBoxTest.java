package io.ssdlab.spi.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class CornerBoxTest {

    @Property
    void overlapIsSymmetricAndAtMostOne(
            @ForAll @FloatRange(min = -1, max = 1) float x,
            @ForAll @FloatRange(min = -1, max = 1) float y,
            @ForAll @FloatRange(min = 0.01f, max = 1) float width,
            @ForAll @FloatRange(min = 0.01f, max = 1) float height) {
        CornerBox box = new CornerBox(x, y, x + width, y + height);
        CornerBox unit = new CornerBox(0, 0, 1, 1);
        float overlap = box.intersectionOverUnion(unit);
        assertThat(overlap).isBetween(0f, 1f).isEqualTo(unit.intersectionOverUnion(box));
        assertThat(box.intersectionOverUnion(box)).isCloseTo(1, within(1e-6f));
    }

    @Property
    void clippingStaysInTheImage(
            @ForAll @FloatRange(min = -2, max = 3) float x, @ForAll @FloatRange(min = -2, max = 3) float y) {
        CornerBox clipped = new CornerBox(x, y, x + 0.5f, y + 0.5f).clipped();
        assertThat(new float[] {clipped.xMin(), clipped.yMin(), clipped.xMax(), clipped.yMax()})
                .satisfies(values -> {
                    for (float value : values) {
                        assertThat(value).isBetween(0f, 1f);
                    }
                });
    }

    @Property
    void pixelsAndBack(
            @ForAll @IntRange(min = 1, max = 4000) int width, @ForAll @IntRange(min = 1, max = 4000) int height) {
        PixelBox box = new PixelBox(0, height / 4.0, width, height);
        PixelBox back = PixelBox.of(box.normalised(width, height), width, height);
        assertThat(back.xMax()).isCloseTo(box.xMax(), within(1e-3));
        assertThat(back.yMin()).isCloseTo(box.yMin(), within(1e-3));
    }

    @Test
    void boxesThatTouchOrAreEmptyDoNotOverlap() {
        CornerBox left = new CornerBox(0, 0, 0.5f, 1);
        assertThat(left.intersectionOverUnion(new CornerBox(0.5f, 0, 1, 1))).isZero();
        assertThat(left.intersectionOverUnion(new CornerBox(0.2f, 0.2f, 0.2f, 0.2f)))
                .isZero();
        assertThat(new CornerBox(0.4f, 0, 0.2f, 1).isEmpty()).isTrue();
        assertThat(new CornerBox(0.4f, 0, 0.2f, 1).area()).isZero();
    }

    @Test
    void halvesOverlapByAThird() {
        CornerBox box = new CornerBox(0, 0, 0.5f, 0.5f);
        assertThat(box.intersectionOverUnion(new CornerBox(0.25f, 0, 0.75f, 0.5f)))
                .isCloseTo(1 / 3f, within(1e-6f));
    }
}
