package io.ssdlab.plugin.ssd.augment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Image;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

final class PixelRectangleTest {

    @Test
    void placeAndSizeAreCutToWholePixels() {
        // 0.26 * 10 = 2.6 to 0.79 * 10 = 7.9: 5.3 pixels wide from pixel 2.
        assertThat(PixelRectangle.of(new CornerBox(0.26f, 0.5f, 0.79f, 1), Pictures.noise(10, 8)))
                .isEqualTo(new PixelRectangle(2, 4, 5, 4));
    }

    @Test
    void cutsTheRightPixels() {
        Image picture = Pictures.noise(10, 8);
        Image cut = new PixelRectangle(2, 4, 5, 3).cutFrom(picture);
        assertThat(cut.width()).isEqualTo(5);
        assertThat(cut.height()).isEqualTo(3);
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 5; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    assertThat(cut.value(x, y, channel)).isEqualTo(picture.value(x + 2, y + 4, channel));
                }
            }
        }
    }

    @Test
    void theWholePictureIsNotCopied() {
        Image picture = Pictures.noise(10, 8);
        assertThat(PixelRectangle.of(new CornerBox(0, 0, 1, 1), picture).cutFrom(picture))
                .isSameAs(picture);
    }

    @Property
    void liesInThePictureAndHoldsAPixel(
            @ForAll @IntRange(min = 1, max = 3000) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @Scale(6) @FloatRange(min = 0, max = 1) float left,
            @ForAll @Scale(6) @FloatRange(min = 0, max = 1) float right,
            @ForAll @Scale(6) @FloatRange(min = 0, max = 1) float top,
            @ForAll @Scale(6) @FloatRange(min = 0, max = 1) float bottom) {
        CornerBox crop = new CornerBox(
                Math.min(left, right), Math.min(top, bottom), Math.max(left, right), Math.max(top, bottom));
        PixelRectangle rectangle = PixelRectangle.of(crop, new Image(width, height, new byte[width * height * 3]));
        assertThat(rectangle.left()).isNotNegative();
        assertThat(rectangle.top()).isNotNegative();
        assertThat(rectangle.width()).isPositive();
        assertThat(rectangle.height()).isPositive();
        assertThat(rectangle.left() + rectangle.width()).isLessThanOrEqualTo(width);
        assertThat(rectangle.top() + rectangle.height()).isLessThanOrEqualTo(height);
    }
}
