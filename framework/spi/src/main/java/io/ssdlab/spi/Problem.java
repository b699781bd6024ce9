package io.ssdlab.spi;

import java.util.Objects;

/**
 * One thing that is wrong with the input, said so that the user can mend it.
 *
 * @param where the file with line and column, or the image id, or the key
 * @param what what is wrong there
 * @param remedy what would be right
 */
@Maturity(Maturity.Level.STABLE)
public record Problem(String where, String what, String remedy) {

    public Problem {
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(remedy, "remedy");
    }

    @Override
    public String toString() {
        return where + ": " + what + (remedy.isEmpty() ? "" : "\n    " + remedy);
    }
}
