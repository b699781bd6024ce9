package io.ssdlab.plugin.datasets.voc;

/** Whether the objects of a split are known. */
public enum Annotations {
    /** Every image has an annotation; one without is a problem. */
    REQUIRED,
    /** Nobody has told: every image is read without objects, whatever annotations lie there. */
    ABSENT
}
