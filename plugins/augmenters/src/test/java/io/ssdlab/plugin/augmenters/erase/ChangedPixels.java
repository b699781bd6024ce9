package io.ssdlab.plugin.augmenters.erase;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.plugin.augmenters.Pictures;
import io.ssdlab.spi.data.Image;

/** Where two pictures of one size differ. */
final class ChangedPixels {

    private ChangedPixels() {}

    /** The smallest rectangle around all differences; without area if there are none. */
    static PixelArea around(Image before, Image after) {
        PixelArea around = new PixelArea(before.width(), before.height(), 0, 0);
        for (int y = 0; y < before.height(); y++) {
            for (int x = 0; x < before.width(); x++) {
                if (!Pictures.same(before, after, x, y)) {
                    around = new PixelArea(
                            Math.min(around.left(), x),
                            Math.min(around.top(), y),
                            Math.max(around.right(), x + 1),
                            Math.max(around.bottom(), y + 1));
                }
            }
        }
        return around;
    }

    /** Every pixel of a rectangle has one colour, and no other pixel has changed. */
    static void assertFilled(Image before, Image after, PixelArea hole, int blue, int green, int red) {
        Image plain = Pictures.plain(before.width(), before.height(), blue, green, red);
        for (int y = 0; y < before.height(); y++) {
            for (int x = 0; x < before.width(); x++) {
                boolean inside = x >= hole.left() && x < hole.right() && y >= hole.top() && y < hole.bottom();
                assertThat(Pictures.same(after, inside ? plain : before, x, y))
                        .as("pixel at %d, %d, %s", x, y, inside ? "filled" : "as it was")
                        .isTrue();
            }
        }
    }
}
