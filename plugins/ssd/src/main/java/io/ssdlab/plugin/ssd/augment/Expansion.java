package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.Preprocessing;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;

/**
 * "Zooms out": places the picture at random on a larger canvas filled with the mean colour, so that its objects become
 * small (paper section 3.6; ExpandImage of the original).
 *
 * <p>Draws whether to expand, then as {@link ExpansionPlacement#draw}; nothing if the ratio can only be 1. The original
 * re-encodes a picture that it expands, and no other, as JPEG; {@code jpeg-reencoding} does so too.
 */
public final class Expansion implements Augmenter {

    private final ExpansionConfig config;
    private final byte[] fill;

    @Inject
    public Expansion(ExpansionConfig config, Preprocessing preprocessing) {
        this.config = config;
        this.fill = new byte[] {
            level(preprocessing.meanBlue()), level(preprocessing.meanGreen()), level(preprocessing.meanRed())
        };
    }

    @Override
    public Sample augment(Sample sample, RandomGenerator random) {
        if (random.nextFloat() >= config.probability() || config.maxRatio() == 1) {
            return sample;
        }
        Image image = sample.image();
        ExpansionPlacement placement =
                ExpansionPlacement.draw(image.width(), image.height(), config.maxRatio(), random);
        requireRoom(placement, sample);
        Sample expanded = new Sample(
                sample.imageId(), expand(image, placement), placement.window().emit(sample.groundTruths()));
        return config.jpegReencoding() ? JpegReencoding.of(expanded) : expanded;
    }

    /** The canvas with the picture on it. */
    Image expand(Image image, ExpansionPlacement placement) {
        return Image.computed(
                placement.canvasWidth(),
                placement.canvasHeight(),
                (left, top, width, height) -> read(image, placement, new PixelRectangle(left, top, width, height)));
    }

    private byte[] read(Image image, ExpansionPlacement placement, PixelRectangle wanted) {
        int row = wanted.width() * 3;
        byte[] pixels = new byte[row * wanted.height()];
        byte[] filledRow = filledRow(wanted.width());
        for (int y = 0; y < wanted.height(); y++) {
            System.arraycopy(filledRow, 0, pixels, y * row, row);
        }
        placement.onPicture(wanted).ifPresent(part -> {
            byte[] source = part.cutFrom(image).bgr();
            int place = (placement.top() + part.top() - wanted.top()) * row
                    + (placement.left() + part.left() - wanted.left()) * 3;
            int length = part.width() * 3;
            for (int y = 0; y < part.height(); y++) {
                System.arraycopy(source, y * length, pixels, place + y * row, length);
            }
        });
        return pixels;
    }

    private byte[] filledRow(int width) {
        byte[] row = new byte[width * 3];
        for (int i = 0; i < row.length; i++) {
            row[i] = fill[i % 3];
        }
        return row;
    }

    private void requireRoom(ExpansionPlacement placement, Sample sample) {
        long bytes = 3L * placement.canvasWidth() * placement.canvasHeight();
        if (bytes > Integer.MAX_VALUE) {
            throw new InvalidInputException(
                    sample.imageId(),
                    "expanding its %d x %d pixels to %d x %d makes a picture of more than 2 GB"
                            .formatted(
                                    placement.imageWidth(),
                                    placement.imageHeight(),
                                    placement.canvasWidth(),
                                    placement.canvasHeight()),
                    "shrink the picture, or set max-ratio of the expansion below " + config.maxRatio());
        }
    }

    /** The nearest level, halves to the even one, as OpenCV's saturate_cast. */
    private static byte level(float mean) {
        return (byte) Math.max(0, Math.min(255, (int) Math.rint(mean)));
    }
}
