package io.ssdlab.cli.resume;

import io.ssdlab.cli.CliProcess;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Watches one life of a run for a moment to come. */
final class MomentWatch {

    private static final String DETECTING = "  detect ";

    private final Moment moment;
    private final StoreView store;
    private final CliProcess process;
    private final long started = System.currentTimeMillis();
    private final Set<String> before;
    private final long metricsBefore;
    private final Set<Object> occasions = new HashSet<>();

    /** Begins before the process has done anything. */
    MomentWatch(Moment moment, StoreView store, CliProcess process) {
        this.moment = moment;
        this.store = store;
        this.process = process;
        this.before = new HashSet<>(store.temporaries());
        this.metricsBefore = store.metricsLength();
        this.occasions.add(metricsBefore);
    }

    /** Whether it is now. */
    boolean isNow() {
        return switch (moment.phase()) {
            case START_UP -> System.currentTimeMillis() - started >= moment.delayMillis();
            case STEP -> occasions.add(store.metricsLength()) && occasions.size() > moment.occasion();
            case CHECKSUM -> store.hasUncheckedCheckpoint(started);
            case DETECTION -> process.err().contains(DETECTING);
            default -> sees(this::isOfPhase);
        };
    }

    /** Whether a process killed at that time was in the phase, by what it left. */
    boolean wasHit() {
        return switch (moment.phase()) {
            case START_UP -> store.metricsLength() == metricsBefore;
            case STEP -> store.metricsLength() != metricsBefore && fresh().isEmpty();
            case CHECKSUM -> store.hasUncheckedCheckpoint(started);
            case DETECTION ->
                process.err().contains(DETECTING) && fresh().isEmpty() && store.detectionsTime() < started;
            default -> fresh().stream().anyMatch(this::isOfPhase);
        };
    }

    private boolean sees(Predicate<String> kind) {
        for (String file : fresh()) {
            if (kind.test(file) && occasions.add(file) && occasions.size() > moment.occasion()) {
                return true;
            }
        }
        return false;
    }

    private Set<String> fresh() {
        Set<String> fresh = new HashSet<>(store.temporaries());
        fresh.removeAll(before);
        return fresh;
    }

    private boolean isOfPhase(String temporary) {
        return switch (moment.phase()) {
            case GROUND_TRUTH -> temporary.contains("/.ground-truth.json.");
            case CHECKPOINT -> temporary.contains(".checkpoint.");
            case DETECTIONS -> temporary.contains("/.detections.json.");
            case SCORES -> temporary.contains("scores");
            case RECORD -> temporary.contains("/.run.json.");
            case TABLE -> temporary.contains("/.table");
            default -> false;
        };
    }
}
