package io.ssdlab.core.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.training.Targets;
import java.util.List;

/**
 * A batch as the loader threads make it: host arrays only, since arrays of an engine made on several threads are slow in
 * MXNet and swell in PyTorch.
 */
public final class TrainingBatch {

    private final List<EncodedSample> samples;
    private final float[] pixels;
    private final Targets targets;

    TrainingBatch(List<EncodedSample> samples, float[] pixels, Targets targets) {
        this.samples = List.copyOf(samples);
        this.pixels = pixels;
        this.targets = targets;
    }

    /** The images, in the order of the batch; an image may come twice where an epoch ends. */
    public List<String> imageIds() {
        return samples.stream().map(EncodedSample::imageId).toList();
    }

    /** What the samples became, in the order of the batch. */
    public List<EncodedSample> samples() {
        return samples;
    }

    /** {@code [batch * height * width * 3]}, preprocessed, channels last. Read only. */
    public float[] pixels() {
        return pixels;
    }

    /** The pixels on the device of {@code manager}, {@code [batch, height, width, 3]}. */
    public NDArray pixels(NDManager manager, InputSize input) {
        return manager.create(pixels, new Shape(targets.batch(), input.height(), input.width(), 3));
    }

    /** As the loader threads matched the samples; of a matcher that waits for predictions all background. */
    public Targets targets() {
        return targets;
    }
}
