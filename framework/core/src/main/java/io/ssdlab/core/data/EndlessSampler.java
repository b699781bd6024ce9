package io.ssdlab.core.data;

import java.util.random.RandomGenerator;

/**
 * The endless sequence of training images: every epoch all of them once, in an order of its own. A position alone says
 * which image comes, so a resumed run goes on where it was.
 *
 * <p>Thread-safe.
 */
public final class EndlessSampler {

    private final int images;
    private final RandomStreams streams;
    private long epoch = -1;
    private int[] order;

    /** A sequence over images {@code 0..images-1}, at least one. */
    public EndlessSampler(int images, RandomStreams streams) {
        if (images < 1) {
            throw new IllegalArgumentException("no images to sample from");
        }
        this.images = images;
        this.streams = streams;
        this.order = new int[0];
    }

    /** The index of the image at a position, counted from 0 through all epochs. */
    public synchronized int imageAt(long position) {
        long wanted = position / images;
        if (wanted != epoch) {
            order = shuffled(streams.order(wanted));
            epoch = wanted;
        }
        return order[(int) (position % images)];
    }

    private int[] shuffled(RandomGenerator random) {
        int[] indices = new int[images];
        for (int i = 0; i < images; i++) {
            int j = random.nextInt(i + 1);
            indices[i] = indices[j];
            indices[j] = i;
        }
        return indices;
    }
}
