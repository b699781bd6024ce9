package io.ssdlab.core.config;

/**
 * Where a value was written.
 *
 * @param source a file, {@code variant NAME}, {@code --set} or {@code default}
 * @param line from 1; 0 if the source has no lines
 * @param column from 1; 0 if the source has no lines
 */
public record Origin(String source, int line, int column) {

    /** The default of a setting, from its record. */
    public static final Origin DEFAULT = new Origin("default", 0, 0);

    /** An override on the command line. */
    public static final Origin COMMAND_LINE = new Origin("--set", 0, 0);

    /** A place without lines. */
    public static Origin of(String source) {
        return new Origin(source, 0, 0);
    }

    /** Whether a text was given that a line and column lead into. */
    public boolean hasPosition() {
        return line > 0;
    }

    /** {@code file:line:column}, or the source alone where it has no lines. */
    @Override
    public String toString() {
        return hasPosition() ? source + ":" + line + ":" + column : source;
    }
}
