package io.ssdlab.benchmark.peer;

import java.util.Arrays;
import java.util.Locale;

/** What a worker can be told to compute. */
enum Workload {

    /** Pixels on the device to logits and offsets. */
    FORWARD,

    /** Logits and offsets in memory to boxes after non-maximum suppression; ssdlab on one thread. */
    SUPPRESSION,

    /** Decoded pictures of the network's size to boxes after non-maximum suppression. */
    INFERENCE,

    /** A batch of augmented images: matched, forward, mined, backward, updated. */
    TRAINING;

    /** As workers read and write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Workload of(String word) {
        return Arrays.stream(values())
                .filter(workload -> workload.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such work: " + word));
    }
}
