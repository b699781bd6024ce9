package io.ssdlab.core.speed;

/**
 * How a detector is timed.
 *
 * @param warmUp batches at the start that are not timed, in which the engine chooses its kernels and the JVM compiles
 * @param timed batches that are
 */
public record SpeedProtocol(int warmUp, int timed) {

    public SpeedProtocol {
        if (warmUp < 0 || timed < 1) {
            throw new IllegalArgumentException("%d batches timed after %d".formatted(timed, warmUp));
        }
    }
}
