package io.ssdlab.report.page;

import io.ssdlab.core.coverage.PriorCoverage;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.spi.Problem;
import java.util.Optional;

/** Finds out what the prior boxes of a run can match of the objects that it was trained on. For any number of threads. */
@FunctionalInterface
public interface PriorBoxSurvey {

    /** The coverage of a run; never throws for data that is not at hand. Runs with equal prior boxes and data may share it. */
    Outcome of(FinishedRun run);

    /** One that is not asked for: it finds nothing, and nothing is in its way. */
    static PriorBoxSurvey none() {
        return run -> new Outcome(Optional.empty(), Optional.empty());
    }

    /**
     * A coverage, or why there is none.
     *
     * @param coverage empty if the training split is not at hand, or nobody asks
     * @param obstacle why it is not at hand, and what to do
     */
    record Outcome(Optional<PriorCoverage> coverage, Optional<Problem> obstacle) {

        /** A coverage. */
        public static Outcome of(PriorCoverage coverage) {
            return new Outcome(Optional.of(coverage), Optional.empty());
        }

        /** None, for a reason. */
        public static Outcome missing(Problem why) {
            return new Outcome(Optional.empty(), Optional.of(why));
        }
    }
}
