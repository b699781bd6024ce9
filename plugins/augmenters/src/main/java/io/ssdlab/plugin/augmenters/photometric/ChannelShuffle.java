package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.spi.data.Image;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;

/**
 * Reorders blue, green and red (ChannelShuffle of Albumentations, arXiv:1809.06839; the original SSD can do so too, and its
 * scripts do not). Draws one of the five orders that change something, each as likely as any other.
 */
public final class ChannelShuffle extends Photometric {

    private static final int[][] ORDERS = {{0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    @Inject
    public ChannelShuffle(ChannelShuffleConfig config) {
        super(config.probability());
    }

    @Override
    Image change(Image image, RandomGenerator random) {
        int[] order = ORDERS[random.nextInt(ORDERS.length)];
        byte[] source = image.bgr();
        byte[] shuffled = new byte[source.length];
        for (int i = 0; i < source.length; i += 3) {
            shuffled[i] = source[i + order[0]];
            shuffled[i + 1] = source[i + order[1]];
            shuffled[i + 2] = source[i + order[2]];
        }
        return new Image(image.width(), image.height(), shuffled);
    }
}
