package io.ssdlab.core.experiment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.ssdlab.core.config.LayerCombiner;
import io.ssdlab.core.config.SettingKey;
import io.ssdlab.core.engine.DeviceName;
import io.ssdlab.core.plugin.ComponentChoice;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A record as plain data with sorted kebab-case keys: equal records give equal JSON, and an experiment's JSON is itself an
 * experiment file that loads to the same record.
 *
 * <p>A component is a map with {@code use}, several data sets are a list of these; an empty {@link Optional} is left out.
 *
 * @param paths what becomes of settings of type {@link Path}
 */
record CanonicalForm(Paths paths) {

    /** What becomes of paths. */
    enum Paths {
        /** They are written as they are. */
        KEPT,
        /** They are left out. */
        LEFT_OUT,
        /** A file keeps its name; a folder's, which says where and not what, gives way to a word. */
        NAMED
    }

    private static final JsonFactory JSON = JsonFactory.builder()
            // The JDK's own text of a double differs between releases; this one is always the shortest.
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    /** A record's settings as maps, lists and scalars. */
    Map<String, Object> of(Record settings) {
        Map<String, Object> data = new TreeMap<>();
        for (SettingKey key : SettingKey.allOf(settings.getClass())) {
            value(read(key, settings)).ifPresent(value -> data.put(key.name(), value));
        }
        return data;
    }

    /** The data on one line. */
    static String json(Map<String, Object> data) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            write(data, generator);
        } catch (IOException e) {
            throw new IllegalStateException("plain data that is no JSON", e);
        }
        return text.toString();
    }

    /** By hand, for a mapper of objects takes longer to make than all of this to write. */
    private static void write(Object value, JsonGenerator generator) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(entry.getKey().toString());
                write(entry.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object item : list) {
                write(item, generator);
            }
            generator.writeEndArray();
        } else {
            generator.writeObject(value);
        }
    }

    /** A value as plain data; empty if it is left out. */
    Optional<Object> value(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.flatMap(this::value);
        }
        if (value instanceof Path path) {
            return path(path);
        }
        if (value instanceof ComponentChoice choice) {
            Map<String, Object> component =
                    choice.config().map(config -> of((Record) config)).orElseGet(TreeMap::new);
            component.put(LayerCombiner.USE, choice.name());
            return Optional.of(component);
        }
        if (value instanceof DatasetChoice choice) {
            return choice.parts().size() == 1 ? value(choice.parts().get(0)) : value(choice.parts());
        }
        if (value instanceof List<?> list) {
            return Optional.of(
                    list.stream().flatMap(item -> value(item).stream()).toList());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> entries = new LinkedHashMap<>();
            map.forEach((key, item) -> value(item).ifPresent(data -> entries.put(key.toString(), data)));
            return Optional.of(entries);
        }
        if (value instanceof Enum<?> constant) {
            return Optional.of(SettingKey.kebab(constant));
        }
        if (value instanceof DeviceName device) {
            return Optional.of(device.name());
        }
        return Optional.of(value instanceof Record section ? of(section) : value);
    }

    private Optional<Object> path(Path path) {
        return switch (paths) {
            case KEPT -> Optional.of(path.toString());
            case LEFT_OUT -> Optional.empty();
            case NAMED ->
                Optional.of(Optional.ofNullable(path.getFileName())
                        .map(Path::toString)
                        .filter(name -> name.matches(".+\\.[a-z]{2,}"))
                        .orElse("a folder"));
        };
    }

    private static Object read(SettingKey key, Record settings) {
        try {
            Method accessor = key.component().getAccessor();
            accessor.trySetAccessible();
            return accessor.invoke(settings);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the setting " + key.name() + " cannot be read", e);
        }
    }
}
