package io.ssdlab.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTraceTest {

    private static TableTrace trace() {
        return new AblationReport(AblationTable.of(
                        Runs.layout(List.of("f"), "mAP", "AP:ring"),
                        AblationLine.of(List.of(
                                Runs.row("full", "f", "✓", Runs.done("full", 1, 0.7)),
                                Runs.row("bare 1", "f", "", SeedRun.missing(1, "")),
                                Runs.row("Bare-1", "f", "", SeedRun.missing(1, ""))))))
                .trace(run -> new RunOrigin("runs/" + run.shortId(), ""));
    }

    @Test
    void findsARowByLabelNameOrNumber() {
        assertThat(trace().row("full").number()).isEqualTo(1);
        assertThat(trace().row("2").row()).isEqualTo("bare 1");
        assertThatThrownBy(() -> trace().row("ful"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("there is no row 'ful'")
                .hasMessageContaining("did you mean full?");
        assertThatThrownBy(() -> trace().row("bare-1")).hasMessageContaining("2 rows are called 'bare-1'");
    }

    @Test
    void isWrittenAsJsonWithoutWhatIsEmpty() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/trace.json");
            trace().write(file);

            JsonNode json = new ObjectMapper().readTree(Files.readString(file));
            assertThat(json.at("/commands/run").asText()).isEqualTo("ssdlab run f.yaml");
            JsonNode run = json.at("/rows/0/seeds/0");
            assertThat(run.path("state").asText()).isEqualTo("done");
            assertThat(run.at("/versions/ssd").asText()).isEqualTo("1.0");
            assertThat(run.at("/numbers/mAP").asDouble()).isEqualTo(70);
            assertThat(run.at("/numbers/AP:ring").isNull()).isTrue();
            assertThat(run.has("commit")).isFalse();
            assertThat(json.at("/rows/1/seeds/0").has("run")).isFalse();
        }
    }
}
