package io.ssdlab.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.ssdlab.core.store.UndefinedAsNull;
import java.io.UncheckedIOException;

/** The JSON that commands print: indented, keys in camel case, a number that is undefined (NaN) as null. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new UndefinedAsNull())
                    .addSerializer(double.class, new UndefinedAsNull()))
            .build();

    private Json() {}

    /** A record, map or list as text, with a line feed at the end. */
    static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value) + System.lineSeparator();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
