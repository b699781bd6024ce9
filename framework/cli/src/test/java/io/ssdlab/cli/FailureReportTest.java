package io.ssdlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureReportTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final FailureReport report = new FailureReport(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    void everyProblemOfTheInputIsToldWithItsRemedy() {
        InvalidInputException invalid = new InvalidInputException(List.of(
                new Problem("a.yaml:3:5", "unknown key 'treshold'", "did you mean threshold?"),
                new Problem("a.yaml:9:1", "'rate' is negative", "")));

        assertThat(report.failure(invalid, false)).isEqualTo(2);
        assertThat(told()).isEqualTo("""
                        ssdlab: a.yaml:3:5: unknown key 'treshold'
                            did you mean threshold?
                        ssdlab: a.yaml:9:1: 'rate' is negative
                        """);
    }

    @Test
    void wrongInputStaysWrongInputHoweverWrapped() {
        RuntimeException wrapped =
                new IllegalStateException("in loader thread 2", new InvalidInputException("000012", "truncated", ""));

        assertThat(report.failure(wrapped, false)).isEqualTo(2);
        assertThat(told()).isEqualTo("ssdlab: 000012: truncated\n");
    }

    @Test
    void aFileThatIsNotThereIsNamedInWords() {
        assertThat(report.failure(new UncheckedIOException(new NoSuchFileException("/data/VOC")), false))
                .isEqualTo(1);
        assertThat(told()).isEqualTo("""
                        ssdlab: no such file or folder: /data/VOC
                            run it again with --debug to see where it happened
                        """);
    }

    @Test
    void aFullDiskNamesTheFile() {
        report.failure(new FileSystemException("/results/a.tmp", null, "No space left on device"), false);

        assertThat(told()).startsWith("ssdlab: /results/a.tmp: No space left on device\n");
    }

    @Test
    void theCauseIsToldOnce() {
        report.failure(new IllegalStateException("cannot write scores", new IOException("disk on fire")), false);

        assertThat(told()).startsWith("ssdlab: cannot write scores: disk on fire\n");
    }

    @Test
    void aMistakeOfOursCarriesItsKind() {
        report.failure(new IndexOutOfBoundsException("Index 3 out of bounds for length 3"), false);

        assertThat(told()).startsWith("ssdlab: IndexOutOfBoundsException: Index 3 out of bounds for length 3\n");
    }

    @Test
    void theStackTraceComesWithDebugOnly() {
        report.failure(new IllegalStateException("no"), false);
        assertThat(told()).doesNotContain("at io.ssdlab");

        report.failure(new IllegalStateException("no"), true);
        assertThat(told()).contains("at io.ssdlab.cli.FailureReportTest");
    }

    private String told() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
