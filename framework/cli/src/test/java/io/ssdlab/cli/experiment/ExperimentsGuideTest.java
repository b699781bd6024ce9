package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/experiments.md}: each block of YAML whose first line names a file below experiments. */
class ExperimentsGuideTest {

    private static final Path CHECKOUT =
            Path.of("").toAbsolutePath().resolve("../..").normalize();
    private static final Pattern EXAMPLE =
            Pattern.compile("```yaml\n# (experiments/[a-z-]+\\.yaml)\n(.*?)```", Pattern.DOTALL);

    private final Path folder = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");
    private final List<String> examples = new ArrayList<>();

    @BeforeEach
    void writeExamples() throws IOException {
        Files.createDirectories(folder.resolve("experiments/base"));
        try (Stream<Path> bases = Files.list(CHECKOUT.resolve("experiments/base"))) {
            for (Path base : bases.toList()) {
                Files.copy(base, folder.resolve("experiments/base/" + base.getFileName()));
            }
        }
        String guide = Files.readString(CHECKOUT.resolve("docs/experiments.md"));
        for (MatchResult example : EXAMPLE.matcher(guide).results().toList()) {
            Files.writeString(folder.resolve(example.group(1)), example.group(2));
            examples.add(example.group(1));
        }
        examples.remove("experiments/numbers.yaml");
    }

    @Test
    void allAreValidAndCompareSingleFactors() {
        CliRun run = CliRun.in(
                folder, Stream.concat(Stream.of("validate"), examples.stream()).toArray(String[]::new));

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().filter(line -> !line.startsWith("  ")))
                .containsExactly(
                        "experiments/mine.yaml: OK, 1 row, 8732 prior boxes",
                        "experiments/mine-augmented.yaml: OK, 1 row, 8732 prior boxes",
                        "experiments/mine-fine-tuned.yaml: OK, 1 row, 8732 prior boxes",
                        "experiments/mine-ablation.yaml: OK, 3 rows, 8732 or 7760 or 2956 prior boxes",
                        "experiments/mine-factors.yaml: OK, 5 rows, 8732 or 2956 prior boxes",
                        "experiments/mine-across.yaml: OK, 4 rows, 8732 or 2956 prior boxes",
                        "experiments/mine-published.yaml: OK, 3 rows, 8732 or 7760 or 3880 prior boxes");
    }

    /** The stacked maps are told to serve any input with six source maps. */
    @Test
    void stackedScalesServeSmallNetworksToo() throws IOException {
        Files.writeString(folder.resolve("experiments/stacked.yaml"), """
                extends: mine.yaml
                table:
                  rows:
                    - {label: a, variant: sources-38-to-3}
                    - {label: b, variant: sources-38-to-5}
                    - {label: c, variant: sources-38-to-10}
                    - {label: d, variant: sources-38-19}
                    - {label: e, variant: sources-19}
                """);

        CliRun run = CliRun.in(folder, "validate", "experiments/stacked.yaml");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith("  a   8764\n  b   8942\n  c   9864\n  d   9025\n  e   8664\n");
    }
}
