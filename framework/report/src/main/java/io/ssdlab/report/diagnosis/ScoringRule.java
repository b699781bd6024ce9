package io.ssdlab.report.diagnosis;

/** Whose rules decide what a detection finds and how AP is taken; they agree with the metrics of these names. */
public enum ScoringRule {
    /** The VOC devkit's of 2007. */
    VOC07(
            "VOC2007: 11-point AP, IoU above the threshold, the last pixel counts; difficult objects and crowds are ignored"),
    /** The VOC devkit's since 2010. */
    VOC12(
            "VOC2012: area under the curve, IoU above the threshold, the last pixel counts; difficult objects and crowds are"
                    + " ignored"),
    /** COCO's, at one IoU. */
    COCO("COCO: 101-point AP, IoU at least the threshold, 100 detections of a class in an image; crowds are ignored");

    private final String description;

    ScoringRule(String description) {
        this.description = description;
    }

    /** A sentence for readers. */
    public String description() {
        return description;
    }
}
