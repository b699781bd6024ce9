package io.ssdlab.report.diagnosis;

import java.util.Optional;

/** What a detection counts as. */
public enum DetectionVerdict {
    CORRECT(Optional.empty()),
    LOCALISATION(Optional.of(ErrorType.LOCALISATION)),
    CLASSIFICATION(Optional.of(ErrorType.CLASSIFICATION)),
    DUPLICATE(Optional.of(ErrorType.DUPLICATE)),
    BACKGROUND(Optional.of(ErrorType.BACKGROUND)),
    BOTH(Optional.of(ErrorType.BOTH)),
    /** It is of a difficult object or of a crowd, or beyond the most that the metric looks at: neither right nor wrong. */
    IGNORED(Optional.empty());

    private final Optional<ErrorType> error;

    DetectionVerdict(Optional<ErrorType> error) {
        this.error = error;
    }

    /** What is wrong with it, if it is wrong. */
    public Optional<ErrorType> error() {
        return error;
    }
}
