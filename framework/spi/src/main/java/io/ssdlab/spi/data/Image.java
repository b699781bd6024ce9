package io.ssdlab.spi.data;

import io.ssdlab.spi.Maturity;

/**
 * A picture in memory: 8 bits a channel, rows from the top, pixels from the left, channels interleaved in the order blue,
 * green, red (as OpenCV and the original SSD hold it). The byte of channel c at (x, y) is at {@code (y * width + x) * 3 +
 * c}, unsigned.
 *
 * <p>Immutable by agreement: {@link #bgr} is shared, not copied, and nobody writes to it after construction.
 */
@Maturity(Maturity.Level.STABLE)
public final class Image {

    private final int width;
    private final int height;
    private final byte[] bgr;

    /** Takes over {@code bgr}, of length {@code width * height * 3}. */
    public Image(int width, int height, byte[] bgr) {
        if (width < 1 || height < 1 || bgr.length != width * height * 3) {
            throw new IllegalArgumentException(
                    "an image of %d x %d pixels cannot have %d bytes".formatted(width, height, bgr.length));
        }
        this.width = width;
        this.height = height;
        this.bgr = bgr;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** The pixels themselves, not a copy; read only. */
    public byte[] bgr() {
        return bgr;
    }

    /** The value 0..255 of channel {@code channel} (0 blue, 1 green, 2 red) at (x, y). */
    public int value(int x, int y, int channel) {
        return bgr[(y * width + x) * 3 + channel] & 0xff;
    }
}
