package io.ssdlab.plugin.datasets.shapes;

import java.awt.geom.AffineTransform;
import java.util.random.RandomGenerator;

/**
 * Size and tilt of an object before it has a place.
 *
 * @param width of the upright object, as a share of the image's side
 * @param height likewise
 * @param tilt clockwise, in radians
 */
record ObjectLayout(double width, double height, double tilt) {

    private static final double ELONGATED_SHARE = 0.34;
    private static final double SMALL_SHARE = 0.58;
    private static final double MEDIUM_SHARE = 0.30;

    /**
     * Draws a layout. A third is elongated, 1:3 or 3:1 within a sixth; of the others more than half has a side of 8 to 16 %,
     * some up to 34 %, a few up to 58 %.
     */
    static ObjectLayout random(RandomGenerator random) {
        if (random.nextDouble() < ELONGATED_SHARE) {
            double ratio = random.nextDouble(2.6, 3.5);
            double side = logUniform(random, 0.12, 0.3);
            double stretch = Math.sqrt(random.nextBoolean() ? ratio : 1 / ratio);
            return new ObjectLayout(side * stretch, side / stretch, random.nextDouble(-0.06, 0.06));
        }
        double draw = random.nextDouble();
        double side = draw < SMALL_SHARE
                ? random.nextDouble(0.08, 0.16)
                : draw < SMALL_SHARE + MEDIUM_SHARE ? logUniform(random, 0.16, 0.34) : random.nextDouble(0.34, 0.58);
        double stretch = Math.sqrt(random.nextDouble(0.8, 1.25));
        return new ObjectLayout(side * stretch, side / stretch, random.nextDouble(-0.3, 0.3));
    }

    private static double logUniform(RandomGenerator random, double from, double to) {
        return from * StrictMath.pow(to / from, random.nextDouble());
    }

    double area() {
        return width * height;
    }

    /** From the unit square around the origin to pixels of an image with that side, the object's centre at the given place. */
    AffineTransform placedAt(double centreX, double centreY, int imageSize) {
        AffineTransform place = AffineTransform.getTranslateInstance(centreX, centreY);
        place.rotate(StrictMath.cos(tilt), StrictMath.sin(tilt));
        place.scale(width * imageSize, height * imageSize);
        return place;
    }
}
