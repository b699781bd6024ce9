package io.ssdlab.core.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.evaluation.Detection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class DetectionCsvTest {

    private static final Detection FOUND = new Detection(2, 0.123456789, new PixelBox(1.005, 2, 30.5, 4000.125));

    @Test
    void writesARowForEachDetection() throws IOException {
        String csv = csv("a.jpg", OptionalInt.empty(), List.of("cat", "dog"));

        assertThat(csv).isEqualTo("""
                        image,class,score,x_min,y_min,x_max,y_max,frame
                        a.jpg,dog,0.12346,1.01,2.00,30.50,4000.13,
                        """);
    }

    @Test
    void tellsTheFrameOfAClip() throws IOException {
        assertThat(csv("clip.avi", OptionalInt.of(12), List.of("cat", "dog"))).endsWith(",4000.13,12\n");
    }

    @Test
    void quotesWhatNeedsIt() throws IOException {
        assertThat(csv("a, \"b\".jpg", OptionalInt.empty(), List.of("cat", "line\nbreak")))
                .contains("\n\"a, \"\"b\"\".jpg\",\"line\nbreak\",0.12346,");
    }

    @Property(tries = 200, seed = "1")
    void aReaderFindsEveryName(
            @ForAll @Chars({'a', ',', '"', '\n', '\r', ' ', '\u00e9'}) String image,
            @ForAll @Chars({'a', ',', '"', '\n', '\r', ' ', '\u00e9'}) String name)
            throws IOException {
        List<String> fields = parse(csv(image, OptionalInt.of(3), List.of("cat", name)));

        assertThat(fields).hasSize(16).endsWith(image, name, "0.12346", "1.01", "2.00", "30.50", "4000.13", "3");
    }

    private static String csv(String image, OptionalInt frame, List<String> classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DetectionCsv csv = new DetectionCsv(classes, bytes)) {
            csv.write(image, frame, List.of(FOUND));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** All fields of all rows, by the grammar of RFC 4180 with line feeds alone. */
    private static List<String> parse(String csv) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        return fields;
    }
}
