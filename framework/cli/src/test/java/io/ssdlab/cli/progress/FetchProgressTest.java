package io.ssdlab.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FetchProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private long seconds;

    @Test
    void megabytesAndTheirSpeed() {
        FetchProgress progress = progress(OptionalInt.empty());
        progress.began("download a.tar", 2_000_000, 10_500_000);
        seconds = 2;
        progress.advanced(6_000_000);
        progress.advanced(10_500_000);
        progress.ended();

        assertThat(told())
                .contains("  download a.tar, MB 6 of 11: 2.0 MB/s")
                .contains("  download a.tar, MB 11 of 11: 4.3 MB/s\n");
    }

    @Test
    void aFileOfAFewBytes() {
        FetchProgress progress = progress(OptionalInt.empty());
        progress.began("check a.tar", 0, 10);
        progress.advanced(5);
        progress.advanced(10);
        progress.ended();

        assertThat(told()).isEqualTo("  check a.tar, MB 1 of 1\n");
    }

    @Test
    void aDownloadThatStartsOverCountsFromTheStart() {
        FetchProgress progress = progress(OptionalInt.empty());
        progress.began("download a.tar", 9_000_000, 10_000_000);
        seconds = 1;
        progress.advanced(1_000_000);
        seconds = 2;
        progress.advanced(2_000_000);

        assertThat(told()).contains("  download a.tar, MB 2 of 10: 1.0 MB/s");
    }

    @Test
    void notesStandOnALineOfTheirOwn() {
        FetchProgress progress = progress(OptionalInt.of(100));
        progress.began("download a.tar", 0, 10_000_000);
        progress.noted("the server answers 503");
        progress.advanced(10_000_000);
        progress.ended();
        progress.noted("done");

        assertThat(told().lines()).contains("  the server answers 503", "  done");
        assertThat(told()).contains("10/10");
    }

    private FetchProgress progress(OptionalInt columns) {
        return new FetchProgress(err, columns, () -> TimeUnit.SECONDS.toNanos(seconds));
    }

    private String told() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
