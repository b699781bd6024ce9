package io.ssdlab.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LineMeterTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Duration now = Duration.ofHours(1);
    private final LineMeter meter =
            new LineMeter(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> now.toNanos());

    @Test
    void aLineAtEveryTenth() {
        meter.begin("train", 0, 200);
        for (int done = 1; done <= 200; done++) {
            now = now.plusMillis(100);
            meter.advance(done, "loss 1");
        }

        assertThat(told().lines())
                .hasSize(10)
                .startsWith("train 20 of 200: loss 1, 0:18 to go")
                .endsWith("train 200 of 200: loss 1");
    }

    @Test
    void aLineAfterHalfAMinute() {
        meter.begin("train", 0, 100_000);
        for (int done = 1; done <= 90; done++) {
            now = now.plusSeconds(1);
            meter.advance(done, "");
        }

        assertThat(told().lines())
                .containsExactly(
                        "train 30 of 100000, 27:46:10 to go",
                        "train 60 of 100000, 27:45:40 to go",
                        "train 90 of 100000, 27:45:10 to go");
    }

    @Test
    void timeToGoLeavesOutWhatAnEarlierProcessDid() {
        meter.begin("train", 80, 100);
        now = now.plusSeconds(10);
        meter.advance(90, "");

        assertThat(told()).isEqualTo("train 90 of 100, 0:10 to go\n");
    }

    private String told() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
