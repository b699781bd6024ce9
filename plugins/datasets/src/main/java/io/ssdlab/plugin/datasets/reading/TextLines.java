package io.ssdlab.plugin.datasets.reading;

import io.ssdlab.spi.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines of the small text files that data sets come with. */
public final class TextLines {

    private static final long MAX_BYTES = 64L << 20;

    private TextLines() {}

    /**
     * The lines of a UTF-8 file of up to 64 MiB, without a byte order mark; none after a problem.
     *
     * @param content what the file should have, for messages: {@code one image id a line}
     * @param problems gets what makes the file unreadable
     */
    public static List<String> read(Path file, String content, List<Problem> problems) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                problems.add(new Problem(
                        file.toString(), "the list is larger than 64 MiB", "It should have " + content + "."));
                return List.of();
            }
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            if (!lines.isEmpty() && lines.get(0).startsWith("\uFEFF")) {
                lines.set(0, lines.get(0).substring(1));
            }
            return lines;
        } catch (CharacterCodingException e) {
            problems.add(new Problem(file.toString(), "the list is no UTF-8 text", "Save it as UTF-8."));
        } catch (IOException e) {
            problems.add(new Problem(file.toString(), "the list cannot be read (" + e + ")", ""));
        }
        return List.of();
    }
}
