package io.ssdlab.cli.progress;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;

/** Prints each warning once, the first few; of the others it tells how many there were. */
public final class WarningTally {

    private static final int TOLD = 5;

    private final PrintStream err;
    private final Set<String> seen = new HashSet<>();
    private int untold;

    public WarningTally(PrintStream err) {
        this.err = err;
    }

    public void add(String warning) {
        if (!seen.add(warning)) {
            return;
        }
        if (seen.size() <= TOLD) {
            err.println("ssdlab: warning: " + warning);
        } else {
            untold++;
        }
    }

    /** Tells how many warnings were kept back since the last time. */
    public void flush() {
        if (untold > 0) {
            err.println("ssdlab: ... and %d warning%s more".formatted(untold, untold == 1 ? "" : "s"));
            untold = 0;
        }
    }
}
