package io.ssdlab.core.detect;

/** What a batch of pictures goes through on its way to detections. */
public enum DetectionStage {

    /** Decoded pictures warped to the size of the network's input and normalised. */
    PICTURES,

    /** From the pixels in memory to logits and offsets in memory, on whatever device. */
    NETWORK,

    /** Scores, decoded boxes and non-maximum suppression. */
    BOXES
}
