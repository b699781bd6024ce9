package io.ssdlab.plugin.datasets.ranking;

import java.util.Arrays;

/**
 * The detections of one class from the highest score to the lowest, in blocks: neighbours of one image with the same score
 * stay together when their image counts more than once. Nearly every block is a single detection. Immutable.
 */
public final class RankedDetections {

    private final int[] images;
    private final int[] starts;

    /**
     * Detections by rank.
     *
     * @param images the number of each detection's image, from 0
     * @param scores of each, never rising
     */
    public RankedDetections(int[] images, double[] scores) {
        int[] imageOfBlock = new int[images.length];
        int[] startOfBlock = new int[images.length + 1];
        int blocks = 0;
        for (int row = 0; row < images.length; row++) {
            if (row == 0 || images[row] != images[row - 1] || scores[row] != scores[row - 1]) {
                imageOfBlock[blocks] = images[row];
                startOfBlock[blocks] = row;
                blocks++;
            }
        }
        startOfBlock[blocks] = images.length;
        this.images = Arrays.copyOf(imageOfBlock, blocks);
        this.starts = Arrays.copyOf(startOfBlock, blocks + 1);
    }

    /** The number of detections. */
    public int size() {
        return starts[starts.length - 1];
    }

    /** The ranking where each image counts that often. */
    public CountedDetections counted(ImageCounts counts) {
        return new CountedDetections(this, counts);
    }

    int blocks() {
        return images.length;
    }

    int image(int block) {
        return images[block];
    }

    /** The first row of a block. */
    int start(int block) {
        return starts[block];
    }

    /** The number of detections in a block. */
    int size(int block) {
        return starts[block + 1] - starts[block];
    }
}
