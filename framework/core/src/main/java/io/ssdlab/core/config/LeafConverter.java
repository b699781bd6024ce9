package io.ssdlab.core.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes Java values of scalars: numbers, booleans, text, paths and enums, and by Jackson whatever else it reads from a
 * single value (a type with a {@link JsonCreator}, say). Strict: a quoted number is text, 1.5 no whole number.
 */
final class LeafConverter {

    /** Made when first asked for, which takes a tenth of the time of a command that only reads files. */
    private static final class Jackson {

        /** One for all: it learns how to make a type once, which takes longer than making it. */
        private static final JsonMapper MAPPER = JsonMapper.builder()
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .build();
    }

    private static final ClassValue<Optional<Method>> CREATOR = new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getMethods())
                    .filter(method -> method.isAnnotationPresent(JsonCreator.class))
                    .findFirst();
        }
    };

    private final Path workingDirectory;

    LeafConverter(Path workingDirectory) {
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }

    /** Why a scalar is no value of the type wanted. */
    static final class MismatchException extends Exception {
        private static final long serialVersionUID = 1L;

        MismatchException(String expected, Throwable cause) {
            super(expected, cause);
        }
    }

    /** Whether a type is written as a single value. */
    static boolean isLeaf(Class<?> type) {
        boolean hasParts = type.isRecord() || type == List.class || type == Optional.class;
        return !hasParts || CREATOR.get(type).isPresent();
    }

    /** The value of a scalar that is not null. */
    Object convert(ConfigNode scalar, Class<?> type) throws MismatchException {
        // A name such as 2007 or off is meant as it is written.
        if (type == String.class) {
            return scalar.text();
        }
        if (type == Path.class) {
            return path(scalar.text());
        }
        if (type.isEnum()) {
            return constant(scalar.text(), type);
        }
        Object value = scalar.value().orElseThrow();
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw new MismatchException(LeafKind.describe(type), null);
        }
        Optional<Object> plain = PlainNumber.of(value, type);
        if (plain.isPresent()) {
            return plain.get();
        }
        if (value instanceof Boolean && (type == boolean.class || type == Boolean.class)) {
            return value;
        }
        Optional<Method> ofText = CREATOR.get(type)
                .filter(creator -> creator.getAnnotation(JsonCreator.class).mode() == JsonCreator.Mode.DELEGATING)
                .filter(creator -> creator.getParameterCount() == 1 && creator.getParameterTypes()[0] == String.class);
        return ofText.isPresent() ? created(ofText.get(), scalar.text(), type) : byJackson(value, type);
    }

    private static Object byJackson(Object value, Class<?> type) throws MismatchException {
        try {
            return Jackson.MAPPER.convertValue(value, Jackson.MAPPER.constructType((Type) type));
        } catch (IllegalArgumentException e) {
            throw new MismatchException(
                    e.getCause() instanceof ValueInstantiationException refused && refused.getCause() != null
                            ? refused.getCause().getMessage()
                            : LeafKind.describe(type),
                    e);
        }
    }

    private static Object created(Method creator, String text, Class<?> type) throws MismatchException {
        try {
            creator.trySetAccessible();
            return creator.invoke(null, text);
        } catch (InvocationTargetException e) {
            throw new MismatchException(
                    Optional.ofNullable(e.getCause().getMessage()).orElseGet(() -> LeafKind.describe(type)), e);
        } catch (IllegalAccessException e) {
            throw new MismatchException(LeafKind.describe(type), e);
        }
    }

    private Path path(String text) throws MismatchException {
        try {
            return workingDirectory.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw new MismatchException("a path", e);
        }
    }

    private static Object constant(String text, Class<?> type) throws MismatchException {
        String wanted = letters(text);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> letters(((Enum<?>) constant).name()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new MismatchException(LeafKind.describe(type), null));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
