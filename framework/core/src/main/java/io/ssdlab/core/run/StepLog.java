package io.ssdlab.core.run;

import io.ssdlab.core.store.MetricsLog;
import io.ssdlab.core.store.RunDirectory;
import io.ssdlab.core.store.StepMetrics;
import java.util.ArrayList;
import java.util.Optional;

/** The metrics of a run, opened with the first step: only then are the names of the loss's terms known. */
final class StepLog implements AutoCloseable {

    private final RunDirectory directory;
    private final int firstIteration;
    private Optional<MetricsLog> log = Optional.empty();

    StepLog(RunDirectory directory, int firstIteration) {
        this.directory = directory;
        this.firstIteration = firstIteration;
    }

    void append(StepMetrics metrics) {
        if (log.isEmpty()) {
            log = Optional.of(
                    directory.openMetrics(new ArrayList<>(metrics.terms().keySet()), firstIteration));
        }
        log.get().append(metrics);
    }

    void force() {
        log.ifPresent(MetricsLog::force);
    }

    @Override
    public void close() {
        log.ifPresent(MetricsLog::close);
    }
}
