package io.ssdlab.weights;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where a tensor lies.
 *
 * @param source the file or files that hold it
 * @param start of its first byte in the source
 */
record StoredTensor(TensorInfo info, FileBytes source, long start, Encoding encoding) {

    /** Bytes read at a time; a multiple of every element's size. */
    private static final int CHUNK = 1 << 18;

    long byteCount() {
        return (long) info.elementCount() * encoding.type().bytes();
    }

    float[] read() throws IOException {
        float[] values = new float[info.elementCount()];
        int size = encoding.type().bytes();
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(CHUNK, (long) values.length * size));
        int done = 0;
        while (done < values.length) {
            int count = Math.min(values.length - done, CHUNK / size);
            buffer.clear().limit(count * size);
            source.read(start + (long) done * size, buffer);
            encoding.decode(buffer.flip(), values, done, count);
            done += count;
        }
        return values;
    }
}
