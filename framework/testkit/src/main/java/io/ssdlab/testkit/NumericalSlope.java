package io.ssdlab.testkit;

/**
 * Derivatives by central differences. A loss is not smooth everywhere: it chooses hard negatives, clips, or takes a larger
 * of two, and where a step crosses such a point the difference is no derivative. Two steps of different size tell: where
 * they disagree, there is no answer.
 */
final class NumericalSlope {

    private static final float STEP = 1f / 256;

    private final Curve curve;
    private final double value;

    /** A function along one coordinate. */
    @FunctionalInterface
    interface Curve {
        double at(float step);
    }

    /** The slope at 0. */
    NumericalSlope(Curve curve) {
        this.curve = curve;
        this.value = central(curve, STEP);
    }

    double value() {
        return value;
    }

    /** Whether half the step gives the same slope; if not, the curve has a jump or a kink near. */
    boolean isReliable(double tolerance) {
        return Math.abs(value - central(curve, STEP / 2)) <= tolerance;
    }

    private static double central(Curve curve, float step) {
        return (curve.at(step) - curve.at(-step)) / (2 * step);
    }

    /** A copy of {@code values} with one of them changed. */
    static float[] stepped(float[] values, int index, float step) {
        float[] copy = values.clone();
        copy[index] += step;
        return copy;
    }
}
