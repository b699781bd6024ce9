package io.ssdlab.core.config;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with an input while checking goes on; the same problem counts once. For one thread. */
public final class Problems {

    private final Set<Problem> found = new LinkedHashSet<>();

    public void add(String where, String what, String remedy) {
        found.add(new Problem(where, what, remedy));
    }

    public void add(Origin where, String what, String remedy) {
        add(where.toString(), what, remedy);
    }

    public void add(Problem problem) {
        found.add(problem);
    }

    public void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order found. */
    public List<Problem> list() {
        return new ArrayList<>(found);
    }

    /** @throws InvalidInputException with all problems, if there is any */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidInputException(list());
        }
    }
}
