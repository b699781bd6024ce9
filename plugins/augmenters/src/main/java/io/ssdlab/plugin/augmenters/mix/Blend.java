package io.ssdlab.plugin.augmenters.mix;

import io.ssdlab.plugin.augmenters.image.MeanColour;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import java.util.List;

/**
 * Two pictures on top of each other, upper left corners together. Where only one of them has pixels, the other counts as
 * {@code background}.
 */
record Blend(Image first, Image second, MeanColour background) {

    /** Weights in parts of so many: an exact sum of products of levels fits an int. */
    private static final int WHOLE = 1 << 16;

    int width() {
        return Math.max(first.width(), second.width());
    }

    int height() {
        return Math.max(first.height(), second.height());
    }

    /** Each level {@code weight} times the first picture's and {@code 1 - weight} times the second's, rounded. */
    Image weighted(double weight) {
        byte[] one = padded(first);
        byte[] other = padded(second);
        int parts = (int) Math.round(weight * WHOLE);
        int otherParts = WHOLE - parts;
        byte[] blended = new byte[one.length];
        for (int i = 0; i < blended.length; i++) {
            blended[i] = (byte) (((one[i] & 0xff) * parts + (other[i] & 0xff) * otherParts + WHOLE / 2) / WHOLE);
        }
        return new Image(width(), height(), blended);
    }

    /** Objects of one of the two pictures, in units of both. */
    List<GroundTruth> onBoth(Image image, List<GroundTruth> objects) {
        float x = (float) image.width() / width();
        float y = (float) image.height() / height();
        return objects.stream()
                .map(object -> object.withBox(scaled(object.box(), x, y)))
                .filter(object -> object.box().area() > 0)
                .toList();
    }

    private static CornerBox scaled(CornerBox box, float x, float y) {
        return new CornerBox(box.xMin() * x, box.yMin() * y, box.xMax() * x, box.yMax() * y);
    }

    private byte[] padded(Image image) {
        if (image.width() == width() && image.height() == height()) {
            return image.bgr();
        }
        byte[] padded = new byte[width() * height() * 3];
        for (int i = 0; i < padded.length; i += 3) {
            padded[i] = (byte) background.blue();
            padded[i + 1] = (byte) background.green();
            padded[i + 2] = (byte) background.red();
        }
        int row = image.width() * 3;
        for (int y = 0; y < image.height(); y++) {
            System.arraycopy(image.bgr(), y * row, padded, y * width() * 3, row);
        }
        return padded;
    }
}
