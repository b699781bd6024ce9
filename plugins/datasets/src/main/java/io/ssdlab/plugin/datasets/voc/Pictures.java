package io.ssdlab.plugin.datasets.voc;

/** Whether the pictures of a split are needed. */
public enum Pictures {
    /** Every image has a picture; one without is a problem. */
    REQUIRED,
    /** An image without a picture has the size that its annotation states: enough to score detections. */
    OPTIONAL
}
