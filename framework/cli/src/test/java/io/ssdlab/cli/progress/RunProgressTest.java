package io.ssdlab.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.core.run.RunStart;
import io.ssdlab.core.store.StepMetrics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void fiveWarningsThenTheirNumber() {
        try (RunProgress progress = new RunProgress(err, OptionalInt.empty(), 1, (part, failure) -> {})) {
            IntStream.range(0, 9).forEach(i -> progress.warned("box " + i % 8 + " was clipped"));
        }

        assertThat(told().lines())
                .hasSize(6)
                .startsWith("ssdlab: warning: box 0 was clipped")
                .endsWith("ssdlab: ... and 3 warnings more");
    }

    @Test
    void aTerminalShowsABarWithHowItGoes() {
        try (RunProgress progress = new RunProgress(err, OptionalInt.of(120), 3, (part, failure) -> {})) {
            progress.started(new RunStart("full", 7, 100, 50, 20, 8732, 26_000_000, 2, 4));
            progress.stepped(step(3, 8, 0.5));
            progress.stepped(step(4, 4, 0));
        }

        assertThat(told())
                .startsWith("[1/3] full, seed 7: 100 training and 50 test images, 20 classes, 8732 prior boxes, "
                        + "26.00 million parameters; goes on after iteration 2\n")
                .contains("train 100%")
                .contains("4/4")
                .contains("loss 6.000, 10.0 images/s, 25 % waiting");
    }

    @Test
    void elsewhereThereAreLines() {
        try (RunProgress progress = new RunProgress(err, OptionalInt.empty(), 1, (part, failure) -> {})) {
            progress.started(new RunStart("full", 7, 100, 50, 20, 8732, 26_000_000, 0, 1));
            progress.stepped(step(1, 8, 0));
            progress.detecting(50);
            progress.detected(50);
        }

        assertThat(told())
                .doesNotContain("goes on")
                .contains("  train 1 of 1: loss 8.000, 10.0 images/s, 0 % waiting\n")
                .contains("  detect 50 of 50\n")
                .doesNotContain("\r");
    }

    private static StepMetrics step(int iteration, double loss, double waiting) {
        return new StepMetrics(iteration, loss, Map.of(), 0.001, 10, waiting);
    }

    private String told() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
