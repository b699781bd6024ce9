package io.ssdlab.plugin.losses;

import io.ssdlab.spi.model.PriorBoxes;

/** The measures of two boxes as the papers write them: in double precision, from corners, step by step. */
final class CornerReference {

    private final double[] predicted;
    private final double[] matched;

    private CornerReference(double[] predicted, double[] matched) {
        this.predicted = predicted;
        this.matched = matched;
    }

    /** Decodes both boxes from their four offsets against a prior box. */
    static CornerReference of(double[] predicted, double[] matched, PriorBoxes priors, int prior) {
        return new CornerReference(corners(predicted, priors, prior), corners(matched, priors, prior));
    }

    private static double[] corners(double[] offsets, PriorBoxes priors, int prior) {
        float[] centreSizes = priors.centreSizes();
        PriorBoxes.Variances variances = priors.variances();
        double priorWidth = centreSizes[4 * prior + 2];
        double priorHeight = centreSizes[4 * prior + 3];
        double centreX = centreSizes[4 * prior] + variances.centreX() * offsets[0] * priorWidth;
        double centreY = centreSizes[4 * prior + 1] + variances.centreY() * offsets[1] * priorHeight;
        double width = priorWidth * Math.exp(variances.width() * offsets[2]);
        double height = priorHeight * Math.exp(variances.height() * offsets[3]);
        return new double[] {centreX - width / 2, centreY - height / 2, centreX + width / 2, centreY + height / 2};
    }

    double iou() {
        return intersection() / union();
    }

    double generalisedIou() {
        double enclosing = hull(0) * hull(1);
        return iou() - (enclosing - union()) / enclosing;
    }

    double distanceIou() {
        double distance = Math.pow(centre(predicted, 0) - centre(matched, 0), 2)
                + Math.pow(centre(predicted, 1) - centre(matched, 1), 2);
        return iou() - distance / (hull(0) * hull(0) + hull(1) * hull(1));
    }

    double completeIou() {
        return completeIou(alpha());
    }

    double completeIou(double alpha) {
        return distanceIou() - alpha * aspectRatioTerm();
    }

    double alpha() {
        double v = aspectRatioTerm();
        return v == 0 ? 0 : v / (1 - iou() + v);
    }

    private double aspectRatioTerm() {
        double difference =
                Math.atan2(side(matched, 0), side(matched, 1)) - Math.atan2(side(predicted, 0), side(predicted, 1));
        return 4 / (Math.PI * Math.PI) * difference * difference;
    }

    private double intersection() {
        double width = Math.min(predicted[2], matched[2]) - Math.max(predicted[0], matched[0]);
        double height = Math.min(predicted[3], matched[3]) - Math.max(predicted[1], matched[1]);
        return Math.max(0, width) * Math.max(0, height);
    }

    private double union() {
        return side(predicted, 0) * side(predicted, 1) + side(matched, 0) * side(matched, 1) - intersection();
    }

    private double hull(int axis) {
        return Math.max(predicted[axis + 2], matched[axis + 2]) - Math.min(predicted[axis], matched[axis]);
    }

    private static double side(double[] corners, int axis) {
        return corners[axis + 2] - corners[axis];
    }

    private static double centre(double[] corners, int axis) {
        return (corners[axis] + corners[axis + 2]) / 2;
    }
}
