package io.ssdlab.plugin.augmenters.place;

import java.util.Optional;

/**
 * Where the pixels of a picture come to lie along one axis of a canvas: {@code sourceLength} of them from {@code
 * sourceFrom} on are stretched over {@code canvasLength} pixels from {@code canvasFrom} on. Both lengths are at least 1.
 */
record AxisPlacement(int sourceFrom, int sourceLength, int canvasFrom, int canvasLength) {

    /**
     * Scales a picture and lays it on a canvas, over whose edges it may reach; what is cut off is cut between pixels of
     * the picture.
     *
     * @param pixels of the picture
     * @param length to which they are scaled, at least 1
     * @param from the canvas's pixel on which the scaled picture starts; may be negative
     * @param canvas the canvas's pixels
     * @return empty if nothing of the picture lies on the canvas
     */
    static Optional<AxisPlacement> of(int pixels, int length, int from, int canvas) {
        int first = Math.max(from, 0);
        int end = Math.min(from + length, canvas);
        if (first >= end) {
            return Optional.empty();
        }
        double pixelsPerLength = (double) pixels / length;
        int sourceFirst = Math.min((int) Math.round((first - from) * pixelsPerLength), pixels - 1);
        int sourceEnd = Math.max((int) Math.round((end - from) * pixelsPerLength), sourceFirst + 1);
        return Optional.of(new AxisPlacement(sourceFirst, sourceEnd - sourceFirst, first, end - first));
    }

    int sourceEnd() {
        return sourceFrom + sourceLength;
    }

    /** A place in pixels of the picture, cut to what lies on the canvas, in pixels of the canvas. */
    double onCanvas(double place) {
        return canvasFrom + (cut(place) - sourceFrom) * canvasLength / sourceLength;
    }

    /** A place in pixels of the picture, cut to what lies on the canvas. */
    double cut(double place) {
        return Math.max(sourceFrom, Math.min(sourceEnd(), place));
    }
}
