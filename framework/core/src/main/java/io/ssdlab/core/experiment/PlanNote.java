package io.ssdlab.core.experiment;

/**
 * What a reader of a plan's table should know, though nothing is wrong with it.
 *
 * @param where {@code file:line:column}
 * @param text one line
 */
public record PlanNote(String where, String text) {

    @Override
    public String toString() {
        return where + ": " + text;
    }
}
