package io.ssdlab.report.page;

import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.data.AnnotatedImage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the pictures that a run was tested on. For any number of threads. */
@FunctionalInterface
public interface TestPictures {

    /** The run's test split as it is at hand now; never throws for what is not. */
    Split of(FinishedRun run);

    /**
     * A test split.
     *
     * @param byId its images; empty if the data set is not at hand
     * @param obstacle why it is not, and what to do
     */
    record Split(Map<String, AnnotatedImage> byId, Optional<Problem> obstacle) {

        public Split {
            byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
        }

        /** A split that is not at hand. */
        public static Split missing(Problem why) {
            return new Split(Map.of(), Optional.of(why));
        }
    }
}
