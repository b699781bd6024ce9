package io.ssdlab.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Little-endian bytes, one after the other. */
final class Bytes {

    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);

    Bytes put8(int... values) {
        for (int value : values) {
            buffer.put((byte) value);
        }
        return this;
    }

    Bytes put16(int value) {
        buffer.putShort((short) value);
        return this;
    }

    Bytes put32(int value) {
        buffer.putInt(value);
        return this;
    }

    Bytes put64(long... values) {
        for (long value : values) {
            buffer.putLong(value);
        }
        return this;
    }

    Bytes floats(float... values) {
        for (float value : values) {
            buffer.putFloat(value);
        }
        return this;
    }

    Bytes text(String text) {
        buffer.put(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Bytes zeros(int count) {
        buffer.put(new byte[count]);
        return this;
    }

    /** Fills up with zeros to a multiple of 8 bytes. */
    Bytes align() {
        return zeros(Math.floorMod(-buffer.position(), 8));
    }

    int size() {
        return buffer.position();
    }

    void set64(int place, long value) {
        buffer.putLong(place, value);
    }

    byte[] toArray() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
