package io.ssdlab.plugin.datasets.shapes;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** An object at its place in the image, without its colours: how much of each pixel it takes. Immutable. */
final class PlacedObject {

    private static final int HALF_COVERED = 128;

    private final ShapeClass shape;
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final int[] coverage;
    private final AffineTransform toUnitSquare;

    /** {@code coverage} has the object in its alpha channel; its corner lies at (left, top) of the image. */
    private PlacedObject(ShapeClass shape, int left, int top, BufferedImage coverage, AffineTransform toUnitSquare) {
        this.shape = shape;
        this.left = left;
        this.top = top;
        this.width = coverage.getWidth();
        this.height = coverage.getHeight();
        this.coverage = coverage.getRGB(0, 0, width, height, null, 0, width);
        this.toUnitSquare = toUnitSquare;
    }

    /** Puts the object fully into an image of that side; {@code acrossShare} and {@code downShare}, 0 to 1, say where. */
    static PlacedObject at(ShapeClass shape, ObjectLayout layout, double acrossShare, double downShare, int imageSize) {
        Rectangle2D bounds = layout.placedAt(0, 0, imageSize)
                .createTransformedShape(shape.outline())
                .getBounds2D();
        double centreX = -bounds.getMinX() + acrossShare * Math.max(0, imageSize - bounds.getWidth());
        double centreY = -bounds.getMinY() + downShare * Math.max(0, imageSize - bounds.getHeight());
        AffineTransform place = layout.placedAt(centreX, centreY, imageSize);
        Shape outline = place.createTransformedShape(shape.outline());
        Rectangle2D placed = outline.getBounds2D();
        int left = Math.max(0, (int) Math.floor(placed.getMinX()));
        int top = Math.max(0, (int) Math.floor(placed.getMinY()));
        int right = Math.min(imageSize, (int) Math.ceil(placed.getMaxX()));
        int bottom = Math.min(imageSize, (int) Math.ceil(placed.getMaxY()));
        try {
            return new PlacedObject(
                    shape, left, top, coverage(outline, left, top, right, bottom), place.createInverse());
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("an object without area: " + layout, e);
        }
    }

    private static BufferedImage coverage(Shape outline, int left, int top, int right, int bottom) {
        BufferedImage coverage = new BufferedImage(right - left, bottom - top, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = coverage.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.translate(-left, -top);
        graphics.fill(outline);
        graphics.dispose();
        return coverage;
    }

    ShapeClass shape() {
        return shape;
    }

    /** First column of the image that the object may touch. */
    int left() {
        return left;
    }

    /** First row of the image that the object may touch. */
    int top() {
        return top;
    }

    /** Number of columns from {@link #left} on. */
    int width() {
        return width;
    }

    /** Number of rows from {@link #top} on. */
    int height() {
        return height;
    }

    /** How much of the pixel the object takes, 0 to 255; x and y count from {@link #left} and {@link #top}. */
    int alpha(int x, int y) {
        return coverage[y * width + x] >>> 24;
    }

    /** Whether the pixel counts to the object rather than to what is behind. */
    boolean owns(int x, int y) {
        return alpha(x, y) >= HALF_COVERED;
    }

    /** How much of the accent colour the texture has at a point of the image, 0 to 1. */
    double accent(double imageX, double imageY) {
        double[] point = {imageX, imageY};
        toUnitSquare.transform(point, 0, point, 0, 1);
        return shape.accent(point[0], point[1]);
    }
}
