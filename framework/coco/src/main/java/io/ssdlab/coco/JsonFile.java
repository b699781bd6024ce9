package io.ssdlab.coco;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A JSON file with one value, read as a stream. Bounded against hostile files: 4 GiB, 64 levels, 1 MiB a text. */
record JsonFile(Path file) {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(4L << 30)
                    .maxNestingDepth(64)
                    .maxStringLength(1 << 20)
                    .build())
            // Read, so that they can be refused by name instead of as broken JSON.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    /** Reads the value of a file. */
    @FunctionalInterface
    interface Document {
        void read(JsonRecords records) throws IOException;
    }

    /** A parser within the bounds, before the first token. */
    static JsonParser parser(InputStream in) throws IOException {
        return FACTORY.createParser(in);
    }

    /**
     * Reads the file from its first token on.
     *
     * @throws InvalidInputException with all problems
     */
    void read(Document document) {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = parser(in)) {
            JsonRecords records = new JsonRecords(file, parser);
            try {
                if (parser.nextToken() == null) {
                    throw new InvalidInputException(file.toString(), "the file is empty", "a JSON value is expected");
                }
                document.read(records);
                if (parser.nextToken() != null) {
                    records.problem(
                            records.here(), "more follows after the end of the value", "one JSON value is expected");
                }
            } catch (StreamConstraintsException e) {
                // Says no place, and names settings of the parser that nobody can reach.
                records.problem(
                        Place.of(parser.currentLocation()),
                        "more than is read here: " + e.getOriginalMessage().replaceAll(", from `[^`]*`", ""),
                        "numbers of 1000 digits, texts of 1 MiB and 64 levels are the most");
            } catch (JsonEOFException e) {
                records.problem(
                        Place.of(parser.currentLocation()),
                        "no valid JSON: the file ends in the middle of a value",
                        "is the file whole?");
            } catch (JsonProcessingException e) {
                records.problem(
                        Place.of(e.getLocation()), "no valid JSON: " + e.getOriginalMessage(), "is the file whole?");
            }
            records.throwIfAny();
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(file.toString(), "no such file", "name an existing JSON file");
        } catch (IOException e) {
            throw new InvalidInputException(file.toString(), "the file cannot be read (" + e + ")", "name a JSON file");
        }
    }
}
