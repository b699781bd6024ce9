package io.ssdlab.core.config;

import java.lang.invoke.MethodType;
import java.util.Optional;

/** Numbers as they are read, as the numbers that settings want: nothing is rounded to a whole number, and nothing overflows. */
final class PlainNumber {

    private PlainNumber() {}

    /** The value as an {@code int}, {@code long}, {@code float} or {@code double}; empty if it is no such number. */
    static Optional<Object> of(Object value, Class<?> type) {
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        if (value instanceof Integer || value instanceof Long) {
            return ofWhole(((Number) value).longValue(), boxed);
        }
        if (value instanceof Double number && boxed == Double.class) {
            return Optional.of(number);
        }
        if (value instanceof Double number && boxed == Float.class) {
            float rounded = number.floatValue();
            return Float.isFinite(rounded) ? Optional.of(rounded) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Object> ofWhole(long number, Class<?> boxed) {
        if (boxed == Integer.class) {
            return number == (int) number ? Optional.of((int) number) : Optional.empty();
        }
        if (boxed == Long.class) {
            return Optional.of(number);
        }
        if (boxed == Double.class) {
            return Optional.of((double) number);
        }
        return boxed == Float.class ? Optional.of((float) number) : Optional.empty();
    }
}
