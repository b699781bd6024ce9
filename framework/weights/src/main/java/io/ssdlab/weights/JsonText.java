package io.ssdlab.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON text, read as a stream. Each reading method takes the value at which the parser stands; the first that is not as
 * expected ends the reading. Bounded against hostile texts: 100 MiB, 64 levels, 1 MiB a string.
 */
final class JsonText {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(Limits.JSON)
                    .maxNestingDepth(64)
                    .maxStringLength(1 << 20)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // In a part that is skipped they do no harm, and elsewhere they are refused by name.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final String where;
    private final JsonParser parser;

    private JsonText(String where, JsonParser parser) {
        this.where = where;
        this.parser = parser;
    }

    /** Reads one value. */
    @FunctionalInterface
    interface Value {
        void read(JsonText text) throws IOException;
    }

    /** Reads the value of one field of an object. */
    @FunctionalInterface
    interface Field {
        void read(String name) throws IOException;
    }

    /** Reads one element of an array. */
    @FunctionalInterface
    interface Element {
        void read() throws IOException;
    }

    /**
     * Reads a text that is one value.
     *
     * @param where named in messages, before line and column
     * @throws InvalidInputException if the text is no JSON, or not what {@code value} expects
     */
    static void read(InputStream in, String where, Value value) throws IOException {
        try (JsonParser parser = FACTORY.createParser(in)) {
            JsonText text = new JsonText(where, parser);
            if (parser.nextToken() == null) {
                throw text.refusal(parser.currentLocation(), "the text is empty", "a JSON value is expected");
            }
            value.read(text);
            if (parser.nextToken() != null) {
                throw text.refusal("more follows after the end of the value", "one JSON value is expected");
            }
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(
                    place(where, e.getLocation()),
                    "no valid JSON, or more than is read here: " + Shown.of(String.valueOf(e.getOriginalMessage())),
                    "is the file whole?");
        }
    }

    void object(String what, Field field) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw refusal(what + " is no object", "{...} is expected");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            field.read(name);
        }
    }

    void array(String what, Element element) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw refusal(what + " is no list", "[...] is expected");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.read();
        }
    }

    /** A list of whole numbers; of more than {@code most}, the first of them and one more. */
    List<Long> wholes(String what, int most) throws IOException {
        List<Long> values = new ArrayList<>();
        array(what, () -> {
            long value = whole(what);
            if (values.size() <= most) {
                values.add(value);
            }
        });
        return values;
    }

    /** A whole number; one that is too large for a long is refused. */
    long whole(String what) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return parser.getLongValue();
        }
        throw refusal(what + " is " + shown(), "a whole number below 2^63 is expected");
    }

    double number(String what) throws IOException {
        if (parser.currentToken().isNumeric() && Double.isFinite(parser.getDoubleValue())) {
            return parser.getDoubleValue();
        }
        throw refusal(what + " is " + shown(), "a finite number is expected");
    }

    String string(String what) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        throw refusal(what + " is " + shown(), "a text is expected");
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    private String shown() throws IOException {
        return parser.currentToken().isScalarValue()
                ? Shown.of(parser.getText())
                : parser.currentToken().asString() + "...";
    }

    InvalidInputException refusal(String what, String remedy) {
        return refusal(parser.currentTokenLocation(), what, remedy);
    }

    private InvalidInputException refusal(JsonLocation location, String what, String remedy) {
        return new InvalidInputException(place(where, location), what, remedy);
    }

    private static String place(String where, JsonLocation location) {
        return location == null ? where : where + ":" + location.getLineNr() + ":" + location.getColumnNr();
    }
}
