package io.ssdlab.plugin.datasets.ranking;

import java.util.Arrays;

/** How often each image of a split counts. Immutable. */
public final class ImageCounts {

    private final int[] counts;

    private ImageCounts(int[] counts) {
        this.counts = counts;
    }

    /** Each image once. */
    public static ImageCounts ones(int images) {
        int[] counts = new int[images];
        Arrays.fill(counts, 1);
        return new ImageCounts(counts);
    }

    /**
     * Counts of a split.
     *
     * @throws IllegalArgumentException if there are not as many counts as images, or if one is negative
     */
    public static ImageCounts of(int[] counts, int images) {
        if (counts.length != images) {
            throw new IllegalArgumentException("%d counts for %d images".formatted(counts.length, images));
        }
        for (int i = 0; i < images; i++) {
            if (counts[i] < 0) {
                throw new IllegalArgumentException("image %d of %d: count %d".formatted(i + 1, images, counts[i]));
            }
        }
        return new ImageCounts(counts.clone());
    }

    /** Of an image, counted from 0. */
    public int of(int image) {
        return counts[image];
    }

    /**
     * The same counts of images that go by other numbers.
     *
     * @param order at each new number the old one
     */
    public ImageCounts inOrder(int[] order) {
        return new ImageCounts(Arrays.stream(order).map(this::of).toArray());
    }

    /** The number of things, each known by its image. */
    public int total(int[] images) {
        int total = 0;
        for (int image : images) {
            total += counts[image];
        }
        return total;
    }
}
