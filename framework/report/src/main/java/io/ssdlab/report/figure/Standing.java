package io.ssdlab.report.figure;

/** How a row stands to the reference row. */
public enum Standing {
    /** It is the reference. */
    REFERENCE,
    /** Its interval lies above 0. */
    BETTER,
    /** Its interval lies below 0. */
    WORSE,
    /** Its interval holds 0. */
    INDISTINGUISHABLE,
    /** There is no number, or no interval. */
    UNKNOWN;

    /** The paint of such rows. */
    public Paint paint() {
        return switch (this) {
            case REFERENCE -> Paint.INK;
            case BETTER -> Paint.BETTER;
            case WORSE -> Paint.WORSE;
            case INDISTINGUISHABLE, UNKNOWN -> Paint.UNSURE;
        };
    }
}
