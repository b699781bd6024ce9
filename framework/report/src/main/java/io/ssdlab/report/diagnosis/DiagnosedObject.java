package io.ssdlab.report.diagnosis;

import io.ssdlab.spi.data.AnnotatedObject;

/**
 * An annotated object, and what became of it.
 *
 * @param annotated as the ground truth has it; the box in pixels
 * @param state whether it is found by a detection from the operating point's score on
 * @param score of the detection that finds it, also one below that score; NaN if none does
 */
public record DiagnosedObject(AnnotatedObject annotated, State state, double score) {

    /** What became of an object. */
    public enum State {
        FOUND,
        MISSED,
        /** It need not be found: difficult, or a crowd. */
        IGNORED
    }
}
