package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.spi.data.Image;
import java.util.function.DoubleUnaryOperator;

/** What becomes of each level 0..255, the same for all channels. Immutable. */
final class LevelTable {

    private final byte[] levels = new byte[256];

    /** Each result is rounded to the nearest level and cut to 0..255. */
    LevelTable(DoubleUnaryOperator change) {
        for (int level = 0; level < levels.length; level++) {
            levels[level] = (byte) Math.round(Math.max(0, Math.min(255, change.applyAsDouble(level))));
        }
    }

    Image apply(Image image) {
        byte[] source = image.bgr();
        byte[] changed = new byte[source.length];
        for (int i = 0; i < source.length; i++) {
            changed[i] = levels[source[i] & 0xff];
        }
        return new Image(image.width(), image.height(), changed);
    }
}
