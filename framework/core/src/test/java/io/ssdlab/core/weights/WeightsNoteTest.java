package io.ssdlab.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsNoteTest {

    @Test
    void isReadAsItWasWritten() {
        for (List<String> classes : List.of(List.of("dog", "hot dog", "\"chien\", é"), List.<String>of())) {
            WeightsNote note = ImportedWeights.note(classes);
            assertThat(WeightsNote.of(note.metadata(), "file")).contains(note);
        }
    }

    @Test
    void namesStayInTheirOrder() {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 20; i > 0; i--) {
            names.put("conv%d.weight".formatted(i), "layer" + i);
        }
        WeightsNote note =
                new WeightsNote("toy", ImportedWeights.note(List.of()).sheet(), names, Map.of());

        assertThat(WeightsNote.of(note.metadata(), "file").orElseThrow().names())
                .containsExactlyEntriesOf(names);
    }

    @Test
    void metadataOfOthersAreNone() {
        assertThat(WeightsNote.of(Map.of(), "file")).isEmpty();
        assertThat(WeightsNote.of(Map.of("format", "pt", "ssdlab.title", "?"), "file"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "ssdlab.preprocessing; ``",
                "ssdlab.preprocessing; null",
                "ssdlab.preprocessing; {\"channelOrder\": \"GREY\"}",
                "ssdlab.preprocessing; {\"channelOrder\": null}",
                "ssdlab.preprocessing; {\"channelOrder\": \"RGB\", \"scale\": \"large\"}",
                "ssdlab.preprocessing; {\"channelOrder\": \"RGB\", \"gamma\": 2.2}",
                "ssdlab.classes; [\"dog\"",
                "ssdlab.classes; [\"dog\", null]",
                "ssdlab.classes; null",
                "ssdlab.classes; {}",
                "ssdlab.names; []",
                "ssdlab.names; null",
                "ssdlab.names; {\"conv1.weight\": null}",
                "ssdlab.files; {\"a\": {\"b\": \"c\"}}",
                "ssdlab.files; {\"a\": null}"
            })
    void whatIsDamagedIsRefused(String key, String value) {
        Map<String, String> metadata =
                new LinkedHashMap<>(ImportedWeights.note(List.of("dog")).metadata());
        assertThat(metadata).containsKey(key);
        metadata.put(key, value);

        assertThatThrownBy(() -> WeightsNote.of(metadata, "toy.safetensors"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("toy.safetensors: what the file says about its weights cannot be read: ")
                .hasMessageEndingWith("import them again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssdlab.title", "ssdlab.classes", "ssdlab.settings", "ssdlab.names", "ssdlab.files"})
    void whatIsLeftOutIsEmpty(String key) {
        Map<String, String> metadata =
                new LinkedHashMap<>(ImportedWeights.note(List.of("dog")).metadata());
        metadata.remove(key);

        assertThat(WeightsNote.of(metadata, "file")).isPresent();
    }
}
