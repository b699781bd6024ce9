package io.ssdlab.report.diagnosis;

import io.ssdlab.spi.data.AnnotatedObject;

/**
 * Whose rules decide what a detection finds and how AP is taken. At the foreground threshold 0.5 they agree with the metrics
 * of these names in their devkits' convention, of COCO with {@code AP50}; equal scores of two images rank in the ground
 * truth's order of images.
 */
public enum ScoringRule {
    /** The VOC devkit's of 2007. */
    VOC07(
            "VOC2007: 11-point AP, IoU above the threshold, the last pixel counts; difficult objects and crowds are ignored",
            Interpolation.ELEVEN_POINTS,
            true),
    /** The VOC devkit's since 2010. */
    VOC12(
            "VOC2012: area under the curve, IoU above the threshold, the last pixel counts; difficult objects and crowds"
                    + " are ignored",
            Interpolation.AREA,
            true),
    /** COCO's, at one IoU; that of TIDE too. */
    COCO(
            "COCO: 101-point AP, IoU at least the threshold, 100 detections of a class in an image; crowds are ignored",
            Interpolation.HUNDRED_AND_ONE_POINTS,
            false);

    private static final int MOST_OF_COCO = 100;

    private final String description;
    private final Interpolation interpolation;
    private final boolean voc;

    ScoringRule(String description, Interpolation interpolation, boolean voc) {
        this.description = description;
        this.interpolation = interpolation;
        this.voc = voc;
    }

    /** The rule of a metric: that of its name, of {@code ilsvrc} the one nearest to it, and COCO's for any other. */
    static ScoringRule ofMetric(String metric) {
        return switch (metric) {
            case "voc07" -> VOC07;
            case "voc12", "ilsvrc" -> VOC12;
            default -> COCO;
        };
    }

    /** A sentence for readers. */
    public String description() {
        return description;
    }

    Interpolation interpolation() {
        return interpolation;
    }

    /** Whether an object is to be found. */
    boolean counts(AnnotatedObject object) {
        return !object.crowd() && !(voc && object.difficult());
    }

    /** What is added to widths and heights in pixels: 1 where boxes include their last pixel. */
    double lastPixel() {
        return voc ? 1 : 0;
    }

    /** Whether an IoU suffices. */
    boolean isHit(double iou, double threshold) {
        return voc ? iou > threshold : iou >= threshold;
    }

    /**
     * Whether a detection stands for the object with the best IoU alone, also if that is found already or is ignored, rather
     * than for the best that is free.
     */
    boolean standsForNearest() {
        return voc;
    }

    /** How many detections of a class in an image count. */
    int mostDetections() {
        return voc ? Integer.MAX_VALUE : MOST_OF_COCO;
    }
}
