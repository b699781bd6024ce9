package io.ssdlab.coco;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.box.PixelBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Walks through the records of a {@link JsonFile} and collects what is wrong with them, each with line and column. A value
 * of the wrong kind is reported, passed over, and read as NaN or an empty text.
 *
 * <p>Bounded against hostile files: 20 million records, 100 problems.
 */
final class JsonRecords {

    static final int MOST_RECORDS = 20_000_000;

    private static final int MOST_PROBLEMS = 100;

    /** How much of a wrong value a message shows, in characters. */
    private static final int SHOWN = 60;

    private final Path file;
    private final JsonParser parser;
    private final List<Problem> problems = new ArrayList<>();
    private int records;

    /** @param parser stands at the first token */
    JsonRecords(Path file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** The fields of a record that are read: those that it must have, and those that it may have. */
    record Keys(List<String> required, List<String> optional) {

        /** A bit of the field's own; 0 of one that is not read. */
        private int bit(String name) {
            int index = required.indexOf(name);
            if (index >= 0) {
                return 1 << index;
            }
            int after = optional.indexOf(name);
            return after < 0 ? 0 : 1 << (required.size() + after);
        }
    }

    /** Reads part of a file. */
    @FunctionalInterface
    interface Step {
        void read() throws IOException;
    }

    /** Reads one field of a record; the parser stands at its value. */
    @FunctionalInterface
    interface Field {
        void read(String name) throws IOException;
    }

    /**
     * Ends the walk.
     *
     * @throws InvalidInputException with all problems, if there is one
     */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /**
     * Reads the object at which the parser stands, field by field.
     *
     * @param what the object, for messages
     * @param keys the fields that are read, each at most once; at most 32
     * @param field reads a value or skips it
     */
    void object(String what, Keys keys, Field field) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            problem(here(), "%s is no object".formatted(what), "{...} is expected");
            parser.skipChildren();
            return;
        }
        Place start = here();
        int seen = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            int bit = keys.bit(name);
            if ((seen & bit) != 0) {
                problem(here(), "%s has %s twice".formatted(what, name), "each key once");
            }
            seen |= bit;
            parser.nextToken();
            field.read(name);
        }
        for (String name : keys.required()) {
            if ((seen & keys.bit(name)) == 0) {
                problem(start, "%s has no %s".formatted(what, name), "required: " + String.join(", ", keys.required()));
            }
        }
    }

    /** Reads the elements of the array at which the parser stands. */
    void array(String what, Step element) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            problem(here(), "%s is no list".formatted(what), "[...] is expected");
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (++records > MOST_RECORDS) {
                problem(here(), "more than %d records".formatted(MOST_RECORDS), "split the file");
                throw new InvalidInputException(problems);
            }
            element.read();
        }
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    /** An id: a text, or a whole number as its digits. Empty if it is neither. */
    String id(String name) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT
                || (token == JsonToken.VALUE_STRING && !parser.getText().isEmpty())) {
            return parser.getText();
        }
        return refuse(name, "a text or a whole number is expected", "");
    }

    String text(String name) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        return refuse(name, "a text is expected", "");
    }

    /** A text that is not blank; empty if it is none. */
    String name(String name) throws IOException {
        String text = text(name);
        if (parser.currentToken() == JsonToken.VALUE_STRING && text.isBlank()) {
            problem(here(), name + " is blank", "a name is expected");
        }
        return text;
    }

    /** A finite number; NaN if it is none. */
    double number(String name) throws IOException {
        if (parser.currentToken().isNumeric()) {
            double value = parser.getDoubleValue();
            if (Double.isFinite(value)) {
                return value;
            }
        }
        return refuse(name, "a finite number is expected", Double.NaN);
    }

    /** A finite number of at least 0; NaN if it is none. */
    double size(String name) throws IOException {
        double value = number(name);
        return value < 0 ? refuse(name, "a number of at least 0 is expected", Double.NaN) : value;
    }

    /** A whole number from {@code min} to {@code max}; {@code min} if it is none. */
    long whole(String name, long min, long max) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            long value = parser.getLongValue();
            if (value >= min && value <= max) {
                return value;
            }
        }
        return refuse(name, "a whole number from %d to %d is expected".formatted(min, max), min);
    }

    /** A flag: 0, 1, false or true. */
    boolean flag(String name) throws IOException {
        if (parser.currentToken().isBoolean()) {
            return parser.getBooleanValue();
        }
        return whole(name, 0, 1) == 1;
    }

    /** A box as {@code [x, y, width, height]}; of no size at the origin if it is none. */
    PixelBox box(String name) throws IOException {
        Place start = here();
        double[] values = new double[4];
        int[] count = {0};
        int before = problems.size();
        array(name, () -> {
            double value = number("a number of " + name);
            if (count[0] < values.length) {
                values[count[0]] = value;
            }
            count[0]++;
        });
        if (problems.size() == before && count[0] != values.length) {
            problem(start, name + " has %d numbers".formatted(count[0]), "[x, y, width, height] is expected");
        } else if (problems.size() == before && (values[2] < 0 || values[3] < 0)) {
            problem(
                    start,
                    name + " has a negative size: " + Arrays.toString(values),
                    "[x, y, width, height] is expected");
        }
        return problems.size() > before
                ? PixelBox.ofSize(0, 0, 0, 0)
                : PixelBox.ofSize(values[0], values[1], values[2], values[3]);
    }

    /** Reports the value at which the parser stands, goes past it, and gives {@code instead}. */
    private <T> T refuse(String name, String remedy, T instead) throws IOException {
        problem(here(), name + " is " + shown(), remedy);
        parser.skipChildren();
        return instead;
    }

    private String shown() throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            return parser.currentToken().asString() + "...";
        }
        String text = parser.getText();
        String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        return parser.currentToken() == JsonToken.VALUE_STRING ? "the text '" + start + "'" : start;
    }

    /** The place of the current token. */
    Place here() {
        return Place.of(parser.currentTokenLocation());
    }

    int problemCount() {
        return problems.size();
    }

    void problem(Place place, String what, String remedy) {
        problems.add(new Problem(place.in(file), what, remedy));
        if (problems.size() == MOST_PROBLEMS) {
            problems.add(new Problem(file.toString(), "further problems are not listed", "mend these first"));
            throw new InvalidInputException(problems);
        }
    }
}
