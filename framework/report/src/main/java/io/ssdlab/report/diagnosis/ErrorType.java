package io.ssdlab.report.diagnosis;

/**
 * What is wrong with a false positive or with an object that is not found, as TIDE has it (Bolya et al., ECCV 2020,
 * arXiv:2008.08115, section 2.2).
 *
 * <p>Where the paper's definitions overlap, the first that fits in the order of these constants holds, as in the authors'
 * {@code tidecv}; an IoU at the foreground threshold counts as the {@link ScoringRule} has it. Only objects that are to be
 * found take part, and detections that count for nothing have no error.
 */
public enum ErrorType {
    /** Right class, and an IoU from the background threshold up to the foreground threshold. */
    LOCALISATION("localisation", "right class, box too far off"),
    /** A hit on an object of another class. */
    CLASSIFICATION("classification", "right box, wrong class"),
    /** A hit on an object of its class that a detection of a higher score has found already. */
    DUPLICATE("duplicate", "the object was found before"),
    /** No IoU above the background threshold with any object. */
    BACKGROUND("background", "nothing is there"),
    /** Wrong class, and an IoU between the two thresholds. */
    BOTH("both", "wrong class, and box too far off"),
    /** An object that no detection finds, nor would if its class or its box were right. The only one without a detection. */
    MISSED("missed", "an object that nothing points at");

    private final String title;
    private final String explanation;

    ErrorType(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    /** One word, in lower case. */
    public String title() {
        return title;
    }

    /** A few words. */
    public String explanation() {
        return explanation;
    }
}
