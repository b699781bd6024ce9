package io.ssdlab.core.detect;

/** Told how long each stage of a batch took, on the thread of the network. */
@FunctionalInterface
public interface StageListener {

    /** Does not care. */
    StageListener NONE = (stage, nanos) -> {};

    /** A stage of a batch is over. */
    void took(DetectionStage stage, long nanos);
}
