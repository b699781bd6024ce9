package io.ssdlab.spi;

import java.util.List;
import java.util.stream.Collectors;

/** The user's input (experiment file, data, command line) is wrong. Carries every problem found; exit code 2. */
@Maturity(Maturity.Level.STABLE)
public final class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidInputException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an InvalidInputException needs a problem");
        }
        this.problems = List.copyOf(problems);
    }

    public InvalidInputException(String where, String what, String remedy) {
        this(List.of(new Problem(where, what, remedy)));
    }

    /** All problems, in the order in which the input gives rise to them; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
