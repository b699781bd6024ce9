package io.ssdlab.plugin.datasets.shapes;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The classes: each has an outline and a texture of its own, so that either is a hint. Both live in the unit square
 * around the origin, x and y from -0.5 to 0.5, y downwards.
 */
enum ShapeClass {
    CHECKER {
        @Override
        Shape outline() {
            return UNIT_SQUARE;
        }

        @Override
        double accent(double x, double y) {
            return (cell(x, 4) + cell(y, 4)) % 2;
        }
    },
    CRESCENT {
        @Override
        Shape outline() {
            Area moon = new Area(UNIT_CIRCLE);
            moon.subtract(new Area(new Ellipse2D.Double(-0.15, -0.39, 0.78, 0.78)));
            // What the cut leaves is 0.66 wide: stretched to the unit square, as all outlines are.
            return Outlines.fitted(moon);
        }

        @Override
        double accent(double x, double y) {
            return 0;
        }
    },
    CROSS {
        @Override
        Shape outline() {
            Area cross = new Area(new Rectangle2D.Double(-0.5, -0.18, 1, 0.36));
            cross.add(new Area(new Rectangle2D.Double(-0.18, -0.5, 0.36, 1)));
            return cross;
        }

        @Override
        double accent(double x, double y) {
            return Math.abs(x) < 0.18 && Math.abs(y) < 0.18 ? 1 : 0;
        }
    },
    DISC {
        @Override
        Shape outline() {
            return UNIT_CIRCLE;
        }

        @Override
        double accent(double x, double y) {
            return x * x + y * y < 0.26 * 0.26 ? 1 : 0;
        }
    },
    RING {
        @Override
        Shape outline() {
            Area ring = new Area(UNIT_CIRCLE);
            ring.subtract(new Area(new Ellipse2D.Double(-0.27, -0.27, 0.54, 0.54)));
            return ring;
        }

        @Override
        double accent(double x, double y) {
            return 0;
        }
    },
    STAR {
        @Override
        Shape outline() {
            return Outlines.fitted(Outlines.star(5, 0.45));
        }

        @Override
        double accent(double x, double y) {
            return Math.max(0, 1 - 2.4 * Math.sqrt(x * x + y * y));
        }
    },
    STRIPES {
        @Override
        Shape outline() {
            return UNIT_SQUARE;
        }

        @Override
        double accent(double x, double y) {
            return cell(x, 7) % 2;
        }
    },
    TRIANGLE {
        @Override
        Shape outline() {
            Path2D triangle = new Path2D.Double();
            triangle.moveTo(0, -0.5);
            triangle.lineTo(0.5, 0.5);
            triangle.lineTo(-0.5, 0.5);
            triangle.closePath();
            return triangle;
        }

        @Override
        double accent(double x, double y) {
            return y > 0.12 ? 1 : 0;
        }
    };

    private static final Shape UNIT_SQUARE = new Rectangle2D.Double(-0.5, -0.5, 1, 1);
    private static final Shape UNIT_CIRCLE = new Ellipse2D.Double(-0.5, -0.5, 1, 1);

    /** The outline; touches all four sides of the unit square. */
    abstract Shape outline();

    /** How much of the accent colour there is at a point of the unit square, 0 to 1; the rest is the main colour. */
    abstract double accent(double x, double y);

    /** As in annotations. */
    String className() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names in label order. */
    static List<String> names() {
        return Arrays.stream(values()).map(ShapeClass::className).toList();
    }

    private static int cell(double coordinate, int cells) {
        return Math.max(0, Math.min(cells - 1, (int) ((coordinate + 0.5) * cells)));
    }
}
