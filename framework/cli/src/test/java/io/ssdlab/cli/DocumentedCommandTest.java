package io.ssdlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DocumentedCommandTest {

    private static List<String> unknown(String line) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Path folder = Path.of("").toAbsolutePath();
        return DocumentedCommand.of(line)
                .unknown(new CliEnvironment(
                        nowhere, nowhere, folder, Map.of(), folder, folder, OptionalInt.empty(), false));
    }

    @Test
    void commandsThatThereAreAreFound() {
        assertThat(unknown("./ssdlab run --jobs 2 FILE...     # --no-such-option"))
                .isEmpty();
        assertThat(unknown("./ssdlab runs gc --keep a.yaml --dry-run")).isEmpty();
        assertThat(unknown("./ssdlab explain FILE --set 'a={b: c}' --plugin-path x.jar --debug"))
                .isEmpty();
        assertThat(unknown("./ssdlab data fetch voc2007 voc2012 --to DIR | tail"))
                .isEmpty();
        assertThat(unknown("./ssdlab run")).isEmpty();
    }

    @Test
    void thoseThatThereAreNotAreTold() {
        assertThat(unknown("./ssdlab train FILE")).containsExactly("train");
        assertThat(unknown("./ssdlab run FILE --job 2 --set x=1")).containsExactly("--job");
        assertThat(unknown("./ssdlab runs remove")).containsExactly("remove");
        assertThat(unknown("./ssdlab priors FILE --coverage --wurst=3")).containsExactly("--wurst");
    }

    @Test
    void experimentsAreFoundAlsoInBraces() {
        assertThat(DocumentedCommand.of("./ssdlab run experiments/cpu/ablation-{a,b-{c,d}}.yaml x/experiments.yaml")
                        .experiments())
                .containsExactly(
                        "experiments/cpu/ablation-a.yaml",
                        "experiments/cpu/ablation-b-c.yaml",
                        "experiments/cpu/ablation-b-d.yaml");
    }
}
