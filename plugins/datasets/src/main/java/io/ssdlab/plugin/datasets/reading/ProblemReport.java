package io.ssdlab.plugin.datasets.reading;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a data set and reports it at once, the first problems in full and the rest as a number. */
public final class ProblemReport {

    private static final int IN_FULL = 20;

    private final String dataset;
    private final List<Problem> first = new ArrayList<>();
    private int more;

    /**
     * Starts a report without problems.
     *
     * @param dataset names the data set where problems are only counted
     */
    public ProblemReport(String dataset) {
        this.dataset = dataset;
    }

    public void add(Problem problem) {
        if (first.size() < IN_FULL) {
            first.add(problem);
        } else {
            more++;
        }
    }

    public void addAll(List<Problem> problems) {
        problems.forEach(this::add);
    }

    public boolean isEmpty() {
        return first.isEmpty();
    }

    /** Throws an {@link InvalidInputException} if there is a problem. */
    public void throwIfAny() {
        if (first.isEmpty()) {
            return;
        }
        List<Problem> reported = new ArrayList<>(first);
        if (more > 0) {
            reported.add(new Problem(dataset, "and " + more + " more", ""));
        }
        throw new InvalidInputException(reported);
    }
}
