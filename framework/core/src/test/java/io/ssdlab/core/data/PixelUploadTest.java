package io.ssdlab.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.spi.model.InputSize;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PixelUploadTest {

    private static final InputSize INPUT = new InputSize(2, 1);

    private final PixelUpload upload = new PixelUpload();

    @Test
    void keepsItsMemoryForBatchesThatFit() {
        ByteBuffer first = upload.staged(new float[] {1, 2, 3});
        assertThat(floats(first)).containsExactly(1, 2, 3);

        ByteBuffer smaller = upload.staged(new float[] {4, 5});
        assertThat(smaller).isSameAs(first);
        assertThat(floats(smaller)).containsExactly(4, 5);

        ByteBuffer larger = upload.staged(new float[] {6, 7, 8, 9});
        assertThat(larger).isNotSameAs(first);
        assertThat(floats(larger)).containsExactly(6, 7, 8, 9);
    }

    @Test
    @Tag("engine")
    void anArrayOnTheCpuIsItsOwn() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            NDArray one = upload.to(manager, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, INPUT);
            upload.to(manager, new float[12], INPUT);

            assertThat(one.getShape()).isEqualTo(new Shape(2, 1, 2, 3));
            assertThat(one.toFloatArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        }
    }

    private static float[] floats(ByteBuffer buffer) {
        float[] values = new float[buffer.remaining() / Float.BYTES];
        buffer.asFloatBuffer().get(values);
        return values;
    }
}
