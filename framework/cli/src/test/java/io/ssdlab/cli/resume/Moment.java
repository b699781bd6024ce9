package io.ssdlab.cli.resume;

import java.util.SplittableRandom;

/**
 * A moment to kill a run at.
 *
 * @param phase what the run is at
 * @param occasion which occasion of that phase within the life, from 1: the third step, the second checkpoint
 * @param delayMillis time to let pass from the start of the process, for {@link Phase#START_UP}
 */
record Moment(Phase phase, int occasion, int delayMillis) implements Comparable<Moment> {

    private static final int LONGEST_DELAY_MILLIS = 1200;
    private static final int MOST_STEPS = 5;

    /** What a run is at, in the order in which it comes to it. */
    enum Phase {
        /** Before the first step: the Java machine, the plugins, the engine, the data. */
        START_UP,
        /** The ground truth is being written. */
        GROUND_TRUTH,
        /** Training goes on. */
        STEP,
        /** A checkpoint's temporary file is there. */
        CHECKPOINT,
        /** A checkpoint is there, its checksum not yet. */
        CHECKSUM,
        /** Some test images are done. */
        DETECTION,
        /** The detections are being written. */
        DETECTIONS,
        /** The record that makes the run a finished one is being written. */
        RECORD,
        /** Scores are being written. */
        SCORES,
        /** A table is being written. */
        TABLE
    }

    static Moment draw(Phase phase, SplittableRandom random) {
        int occasions =
                switch (phase) {
                    case STEP -> MOST_STEPS;
                    case CHECKPOINT, CHECKSUM, TABLE -> 2;
                    default -> 1;
                };
        return new Moment(phase, random.nextInt(1, occasions + 1), random.nextInt(LONGEST_DELAY_MILLIS));
    }

    @Override
    public int compareTo(Moment other) {
        return phase.compareTo(other.phase);
    }

    /** The same kind of moment at its first occasion, which comes surely. */
    Moment first() {
        return new Moment(phase, 1, delayMillis / 2);
    }
}
