package io.ssdlab.core.data;

import io.ssdlab.spi.training.Targets;
import java.util.List;

/**
 * A batch as the loader threads make it: host arrays only, since arrays of an engine made on several threads are slow in
 * MXNet and swell in PyTorch.
 */
public final class TrainingBatch {

    private final List<String> imageIds;
    private final float[] pixels;
    private final Targets targets;

    TrainingBatch(List<String> imageIds, float[] pixels, Targets targets) {
        this.imageIds = List.copyOf(imageIds);
        this.pixels = pixels;
        this.targets = targets;
    }

    /** The images, in the order of the batch; an image may come twice where an epoch ends. */
    public List<String> imageIds() {
        return imageIds;
    }

    /** {@code [batch * height * width * 3]}, preprocessed, channels last. Read only. */
    public float[] pixels() {
        return pixels;
    }

    public Targets targets() {
        return targets;
    }
}
