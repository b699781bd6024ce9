package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import jakarta.inject.Inject;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Mirrors the picture from left to right at random (paper section 2.2, "Data augmentation"; {@code mirror} of the original).
 * One draw.
 */
public final class HorizontalFlip implements Augmenter {

    private static final VarHandle FOUR_BYTES =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

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
        int lastRow = source.length - row;
        for (int start = 0; start < lastRow; start += row) {
            int from = start + row - 3;
            // Four bytes at a time, of which the next pixel writes over the last.
            for (int to = start; to < start + row; to += 3) {
                FOUR_BYTES.set(flipped, to, (int) FOUR_BYTES.get(source, from));
                from -= 3;
            }
        }
        for (int to = lastRow; to < source.length; to += 3) {
            System.arraycopy(source, source.length - 3 - (to - lastRow), flipped, to, 3);
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
