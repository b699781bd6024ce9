package io.ssdlab.core.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * Makes records by their canonical constructor.
 *
 * @param type a record
 */
record RecordConstructor(Class<?> type) {

    /** Why a record does not take its values. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(IllegalArgumentException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * The record of some values.
     *
     * @param arguments of the types of its components, in order
     */
    Object construct(List<Object> arguments) throws RefusedException {
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            canonical.trySetAccessible();
            return canonical.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw new RefusedException(refused);
            }
            throw new IllegalStateException("the record " + type.getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the record " + type.getName() + " cannot be made", e);
        }
    }
}
