package io.ssdlab.plugin.augmenters.erase;

import io.ssdlab.plugin.augmenters.image.MeanColour;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import java.util.List;
import java.util.random.RandomGenerator;

/** Paints holes over. Immutable. */
final class HolePainter {

    private static final MeanColour BLACK = new MeanColour(0, 0, 0);

    private final Fill fill;
    private final MeanColour mean;

    HolePainter(Fill fill, MeanColour mean) {
        this.fill = fill;
        this.mean = mean;
    }

    /**
     * The sample with holes in its picture; itself if there are none. Objects stay as they are. Only {@link Fill#RANDOM}
     * draws: bytes, row by row, hole by hole.
     *
     * @param holes within the picture
     */
    Sample paint(Sample sample, List<PixelArea> holes, RandomGenerator random) {
        if (holes.isEmpty()) {
            return sample;
        }
        Image image = sample.image();
        byte[] bgr = image.bgr().clone();
        for (PixelArea hole : holes) {
            paint(bgr, image.width(), hole, random);
        }
        return new Sample(sample.imageId(), new Image(image.width(), image.height(), bgr), sample.groundTruths());
    }

    private void paint(byte[] bgr, int imageWidth, PixelArea hole, RandomGenerator random) {
        byte[] row = plain(hole.width());
        for (int y = hole.top(); y < hole.bottom(); y++) {
            if (fill == Fill.RANDOM) {
                random.nextBytes(row);
            }
            System.arraycopy(row, 0, bgr, (y * imageWidth + hole.left()) * 3, row.length);
        }
    }

    private byte[] plain(int width) {
        MeanColour colour = fill == Fill.ZERO ? BLACK : mean;
        byte[] row = new byte[width * 3];
        for (int i = 0; i < row.length; i += 3) {
            row[i] = (byte) colour.blue();
            row[i + 1] = (byte) colour.green();
            row[i + 2] = (byte) colour.red();
        }
        return row;
    }
}
