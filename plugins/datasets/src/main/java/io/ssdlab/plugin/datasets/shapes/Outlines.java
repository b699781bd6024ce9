package io.ssdlab.plugin.datasets.shapes;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Outlines that Java2D does not have. */
final class Outlines {

    private Outlines() {}

    /** A star around the origin with its first tip up. */
    static Shape star(int tips, double innerRadius) {
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 2 * tips; i++) {
            double radius = i % 2 == 0 ? 1 : innerRadius;
            double angle = Math.PI * i / tips;
            double x = radius * StrictMath.sin(angle);
            double y = -radius * StrictMath.cos(angle);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        return star;
    }

    /** The same outline moved and stretched into the unit square around the origin. */
    static Shape fitted(Shape outline) {
        Rectangle2D bounds = outline.getBounds2D();
        AffineTransform fit = AffineTransform.getScaleInstance(1 / bounds.getWidth(), 1 / bounds.getHeight());
        fit.translate(-bounds.getCenterX(), -bounds.getCenterY());
        return fit.createTransformedShape(outline);
    }
}
