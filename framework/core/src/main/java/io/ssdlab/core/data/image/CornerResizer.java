package io.ssdlab.core.data.image;

import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.model.InputSize;

/** {@link Interpolation#TENSORFLOW}. Immutable, for any number of threads. */
final class CornerResizer {

    private static final int CHANNELS = 3;
    private static final int LEVEL_BITS = 0xff;

    private final InputSize input;

    CornerResizer(InputSize input) {
        this.input = input;
    }

    /** The warped picture: blue, green and red of each pixel, 0 to 255, row by row. */
    float[] resize(Image image) {
        byte[] bgr = image.bgr();
        Line columns = new Line(image.width(), input.width());
        Line rows = new Line(image.height(), input.height());
        float[] resized = new float[input.height() * input.width() * CHANNELS];
        int at = 0;
        for (int y = 0; y < input.height(); y++) {
            int upper = rows.before[y] * image.width();
            int lower = rows.after[y] * image.width();
            float down = rows.share[y];
            for (int x = 0; x < input.width(); x++) {
                int left = columns.before[x];
                int right = columns.after[x];
                float along = columns.share[x];
                for (int channel = 0; channel < CHANNELS; channel++) {
                    float top = between(
                            bgr, (upper + left) * CHANNELS + channel, (upper + right) * CHANNELS + channel, along);
                    float bottom = between(
                            bgr, (lower + left) * CHANNELS + channel, (lower + right) * CHANNELS + channel, along);
                    resized[at++] = top + (bottom - top) * down;
                }
            }
        }
        return resized;
    }

    private static float between(byte[] bgr, int from, int to, float share) {
        float first = bgr[from] & LEVEL_BITS;
        return first + ((bgr[to] & LEVEL_BITS) - first) * share;
    }

    /** For each place along a side of the input, the pixels on both sides of it and its share of the way between them. */
    private static final class Line {

        private final int[] before;
        private final int[] after;
        private final float[] share;

        Line(int from, int to) {
            before = new int[to];
            after = new int[to];
            share = new float[to];
            float scale = (float) from / to;
            for (int i = 0; i < to; i++) {
                float place = i * scale;
                before[i] = (int) place;
                after[i] = Math.min(before[i] + 1, from - 1);
                share[i] = place - before[i];
            }
        }
    }
}
