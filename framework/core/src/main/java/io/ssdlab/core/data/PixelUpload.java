package io.ssdlab.core.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.spi.model.InputSize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Brings batches of pixels to a device. On the way to a GPU they pass memory that is kept from one batch to the next: DJL would
 * clear a new piece of the size of the batch each time, and give it back when Java collects its garbage. On the CPU the array
 * may live in that memory itself, so there each gets its own. For one thread.
 */
public final class PixelUpload {

    private static final int CHANNELS = 3;

    private Optional<ByteBuffer> kept = Optional.empty();

    /**
     * The pixels on the device of {@code manager}, {@code [images, height, width, 3]}.
     *
     * @param pixels of that shape, channels last
     */
    public NDArray to(NDManager manager, float[] pixels, InputSize input) {
        int images = pixels.length / (input.height() * input.width() * CHANNELS);
        Shape shape = new Shape(images, input.height(), input.width(), CHANNELS);
        return manager.getDevice().isGpu()
                ? manager.create(staged(pixels), shape, DataType.FLOAT32)
                : manager.create(pixels, shape);
    }

    /** The pixels as they lie in memory, in a buffer that the next call overwrites. */
    ByteBuffer staged(float[] pixels) {
        int bytes = pixels.length * Float.BYTES;
        ByteBuffer buffer = kept.filter(memory -> memory.capacity() >= bytes)
                .orElseGet(() -> ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()));
        kept = Optional.of(buffer);
        buffer.clear().limit(bytes);
        buffer.asFloatBuffer().put(pixels);
        return buffer;
    }
}
