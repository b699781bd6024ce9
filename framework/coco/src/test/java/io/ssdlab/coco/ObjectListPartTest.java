package io.ssdlab.coco;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ObjectListPartTest {

    /** The parts as texts, without the brackets and blanks around them. */
    private static List<String> parts(String json, int bytes) throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/list.json");
            Files.writeString(file, json);
            List<ObjectListPart> parts = ObjectListPart.cut(file, bytes);
            assertThat(parts.get(0).opened()).isTrue();
            assertThat(parts.get(parts.size() - 1).closed()).isTrue();
            List<String> texts = parts.stream()
                    .map(part -> {
                        try {
                            return new String(part.json(), StandardCharsets.UTF_8).strip();
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
            assertThat(texts).allMatch(text -> text.startsWith("[") && text.endsWith("]"));
            return texts.stream()
                    .map(text -> text.substring(1, text.length() - 1).strip())
                    .toList();
        }
    }

    @Property(tries = 200)
    void partsAreTheListCutBetweenObjects(
            @ForAll @IntRange(min = 1, max = 60) int objects,
            @ForAll @IntRange(min = 10, max = 500) int bytes,
            @ForAll @IntRange(max = 3) int blanks)
            throws IOException {
        String blank = " ".repeat(blanks);
        List<String> rows = IntStream.range(0, objects)
                .mapToObj(i -> "{\"name\": \"ä%d\", \"box\": [%d, 2]}".formatted(i * i, i))
                .toList();
        String json = rows.stream().collect(Collectors.joining(blank + "," + blank, blank + "[" + blank, "]\n"));
        assertThat(parts(json, bytes))
                .allMatch(part -> part.startsWith("{") && part.endsWith("}"))
                .satisfies(parts -> assertThat(String.join(",", parts).replace(" ", ""))
                        .isEqualTo(String.join(",", rows).replace(" ", "")));
    }

    @Test
    void longListsAreCut() throws IOException {
        String json = "[" + String.join(",", Collections.nCopies(100, "{\"a\": 1}")) + "]";
        assertThat(parts(json, 100)).hasSize(9);
    }

    @Test
    void whatHasNoPlaceToCutIsOnePart() throws IOException {
        assertThat(parts("[" + "{\"a\": [1, 2]} ".repeat(50) + "]", 100)).hasSize(1);
    }
}
