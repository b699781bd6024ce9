package io.ssdlab.plugin.datasets.coco.evaluation;

import io.ssdlab.spi.box.PixelBox;

/** Boxes of one class over a split in columns, image after image. Filled once, then read by any number of threads. */
final class BoxColumns {

    private final int[] image;
    private final double[] xMin;
    private final double[] yMin;
    private final double[] xMax;
    private final double[] yMax;
    private final double[] area;
    private int size;

    BoxColumns(int capacity) {
        image = new int[capacity];
        xMin = new double[capacity];
        yMin = new double[capacity];
        xMax = new double[capacity];
        yMax = new double[capacity];
        area = new double[capacity];
    }

    /** Adds a box of image number {@code imageIndex}, which never falls from one call to the next. */
    int add(int imageIndex, PixelBox box) {
        image[size] = imageIndex;
        xMin[size] = box.xMin();
        yMin[size] = box.yMin();
        xMax[size] = box.xMax();
        yMax[size] = box.yMax();
        area[size] = box.width() * box.height();
        return size++;
    }

    int size() {
        return size;
    }

    /** The number of the image of box {@code i}; beyond the last box, greater than all. */
    int image(int i) {
        return i < size ? image[i] : Integer.MAX_VALUE;
    }

    /** The first box behind {@code i} that is not of the image of number {@code imageIndex}. */
    int endOf(int imageIndex, int i) {
        int end = i;
        while (end < size && image[end] == imageIndex) {
            end++;
        }
        return end;
    }

    /** Width times height of box {@code i}, in square pixels. */
    double area(int i) {
        return area[i];
    }

    /**
     * The intersection of box {@code i} with box {@code j} of {@code objects} over their union; over the area of box {@code
     * i} alone if {@code j} is a crowd. bbIou of maskApi.c, operation by operation.
     */
    double overlap(int i, BoxColumns objects, int j, boolean crowd) {
        double width = Math.min(xMax[i], objects.xMax[j]) - Math.max(xMin[i], objects.xMin[j]);
        if (width <= 0) {
            return 0;
        }
        double height = Math.min(yMax[i], objects.yMax[j]) - Math.max(yMin[i], objects.yMin[j]);
        if (height <= 0) {
            return 0;
        }
        double intersection = width * height;
        return intersection / (crowd ? area[i] : area[i] + objects.area[j] - intersection);
    }
}
