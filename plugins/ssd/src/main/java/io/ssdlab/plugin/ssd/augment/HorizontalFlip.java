package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import jakarta.inject.Inject;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Mirrors the picture from left to right at random (paper section 2.2, "Data augmentation"; {@code mirror} of the original).
 * One draw.
 */
public final class HorizontalFlip implements Augmenter {

    private final HorizontalFlipConfig config;

    @Inject
    public HorizontalFlip(HorizontalFlipConfig config) {
        this.config = config;
    }

    @Override
    public Sample augment(Sample sample, RandomGenerator random) {
        return random.nextFloat() < config.probability() ? flip(sample) : sample;
    }

    /** The mirrored sample. */
    static Sample flip(Sample sample) {
        return new Sample(sample.imageId(), flip(sample.image()), flip(sample.groundTruths()));
    }

    private static Image flip(Image image) {
        byte[] source = image.bgr();
        byte[] flipped = new byte[source.length];
        int row = image.width() * 3;
        for (int start = 0; start < source.length; start += row) {
            int to = start + row - 3;
            for (int from = start; from < start + row; from += 3) {
                flipped[to] = source[from];
                flipped[to + 1] = source[from + 1];
                flipped[to + 2] = source[from + 2];
                to -= 3;
            }
        }
        return new Image(image.width(), image.height(), flipped);
    }

    private static List<GroundTruth> flip(List<GroundTruth> objects) {
        return objects.stream()
                .map(object -> object.withBox(flip(object.box())))
                // A sliver at the left edge can be narrower than the steps of single precision at the right one.
                .filter(object -> object.box().area() > 0)
                .toList();
    }

    private static CornerBox flip(CornerBox box) {
        return new CornerBox(1 - box.xMax(), box.yMin(), 1 - box.xMin(), box.yMax());
    }
}
