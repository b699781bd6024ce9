package io.ssdlab.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How the bytes of a tensor stand for numbers.
 *
 * @param type of the stored elements
 * @param quantization what stored bytes and shorts without sign stand for
 */
record Encoding(ElementType type, ByteOrder order, Quantization quantization) {

    /** Numbers that stand for themselves. */
    static Encoding plain(ElementType type, ByteOrder order) {
        return new Encoding(type, order, new Quantization(1, 0, false));
    }

    /**
     * What a stored number is multiplied with, what is added to it then, and whether the result is made whole.
     */
    record Quantization(double scale, double min, boolean whole) {

        float value(int stored) {
            double value = stored * scale + min;
            return (float) (whole ? Math.floor(value + 0.5) : value);
        }
    }

    /** Decodes {@code count} elements from the buffer's position on into {@code target} from {@code start} on. */
    void decode(ByteBuffer source, float[] target, int start, int count) {
        source.order(order);
        int end = start + count;
        switch (type) {
            case BOOL, UINT8 -> {
                for (int i = start; i < end; i++) {
                    target[i] = quantization.value(source.get() & 0xff);
                }
            }
            case INT8 -> {
                for (int i = start; i < end; i++) {
                    target[i] = source.get();
                }
            }
            case INT16 -> {
                for (int i = start; i < end; i++) {
                    target[i] = source.getShort();
                }
            }
            case UINT16 -> {
                for (int i = start; i < end; i++) {
                    target[i] = quantization.value(source.getShort() & 0xffff);
                }
            }
            case INT32 -> {
                for (int i = start; i < end; i++) {
                    target[i] = source.getInt();
                }
            }
            case UINT32 -> {
                for (int i = start; i < end; i++) {
                    target[i] = Integer.toUnsignedLong(source.getInt());
                }
            }
            case INT64 -> {
                for (int i = start; i < end; i++) {
                    target[i] = source.getLong();
                }
            }
            case FLOAT16 -> {
                for (int i = start; i < end; i++) {
                    target[i] = half(source.getShort());
                }
            }
            case BFLOAT16 -> {
                for (int i = start; i < end; i++) {
                    target[i] = Float.intBitsToFloat(source.getShort() << 16);
                }
            }
            case FLOAT32 -> source.asFloatBuffer().get(target, start, count);
            case FLOAT64 -> {
                for (int i = start; i < end; i++) {
                    target[i] = (float) source.getDouble();
                }
            }
        }
    }

    /** IEEE 754 binary16, which the JDK converts from Java 20 on. */
    private static float half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        float magnitude;
        if (exponent == 0) {
            magnitude = fraction * 0x1p-24f;
        } else if (exponent == 0x1f) {
            magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else {
            magnitude = (fraction | 0x400) * Math.scalb(1f, exponent - 25);
        }
        return bits < 0 ? -magnitude : magnitude;
    }
}
