package io.ssdlab.spi.data;

import io.ssdlab.spi.Maturity;

/**
 * A picture in memory: 8 bits a channel, rows from the top, pixels from the left, channels interleaved in the order blue,
 * green, red (as OpenCV and the original SSD hold it). The byte of channel c at (x, y) is at {@code (y * width + x) * 3 +
 * c}, unsigned.
 *
 * <p>Immutable by agreement: {@link #bgr} is shared, not copied, and nobody writes to it after construction. One made by
 * {@link #computed} or {@link #region} has its pixels computed when {@link #bgr} or {@link #value} is first called; for any
 * number of threads.
 */
@Maturity(Maturity.Level.STABLE)
public final class Image {

    private static final int CHANNELS = 3;

    private final int width;
    private final int height;

    /** {@link Pixels}, once they were asked for. */
    private volatile PixelSource source;

    /** Takes over {@code bgr}, of length {@code width * height * 3}. */
    public Image(int width, int height, byte[] bgr) {
        this(width, height, pixels(width, height, bgr));
    }

    private Image(int width, int height, PixelSource source) {
        this.width = width;
        this.height = height;
        this.source = source;
    }

    /**
     * An image of which only those pixels are computed that somebody asks for.
     *
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1; {@code width * height * 3} fits an array
     * @param source computes them; what it needs is kept until all of them were asked for
     */
    public static Image computed(int width, int height, PixelSource source) {
        if (width < 1 || height < 1 || (long) CHANNELS * width * height > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("there is no image of %d x %d pixels".formatted(width, height));
        }
        return new Image(width, height, source);
    }

    /**
     * A rectangle of this image as an image, the image itself if that is all of it.
     *
     * @param left of the first column, in pixels from 0
     * @param top the first row, in pixels from 0
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     * @throws IndexOutOfBoundsException if it is not within this image
     */
    public Image region(int left, int top, int width, int height) {
        if (left < 0 || top < 0 || width < 1 || height < 1 || left > this.width - width || top > this.height - height) {
            throw new IndexOutOfBoundsException("%d x %d pixels at (%d, %d) of an image of %d x %d"
                    .formatted(width, height, left, top, this.width, this.height));
        }
        return width == this.width && height == this.height
                ? this
                : new Image(width, height, (x, y, columns, rows) -> source.read(left + x, top + y, columns, rows));
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
        if (source instanceof Pixels pixels) {
            return pixels.bgr;
        }
        Pixels computed = pixels(width, height, source.read(0, 0, width, height));
        source = computed;
        return computed.bgr;
    }

    /** The value 0..255 of channel {@code channel} (0 blue, 1 green, 2 red) at (x, y). */
    public int value(int x, int y, int channel) {
        return bgr()[(y * width + x) * CHANNELS + channel] & 0xff;
    }

    private static Pixels pixels(int width, int height, byte[] bgr) {
        if (width < 1 || height < 1 || bgr.length != width * height * CHANNELS) {
            throw new IllegalArgumentException(
                    "an image of %d x %d pixels cannot have %d bytes".formatted(width, height, bgr.length));
        }
        return new Pixels(width, bgr);
    }

    /** Pixels that are there. */
    private static final class Pixels implements PixelSource {

        private final int imageWidth;
        private final byte[] bgr;

        private Pixels(int imageWidth, byte[] bgr) {
            this.imageWidth = imageWidth;
            this.bgr = bgr;
        }

        @Override
        public byte[] read(int left, int top, int width, int height) {
            if (width == imageWidth && height * width * CHANNELS == bgr.length) {
                return bgr;
            }
            byte[] region = new byte[width * height * CHANNELS];
            int row = width * CHANNELS;
            for (int y = 0; y < height; y++) {
                System.arraycopy(bgr, ((top + y) * imageWidth + left) * CHANNELS, region, y * row, row);
            }
            return region;
        }
    }
}
