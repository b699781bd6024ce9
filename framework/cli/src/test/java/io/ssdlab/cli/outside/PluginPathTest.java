package io.ssdlab.cli.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.cli.CliRun;
import io.ssdlab.spi.Spi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginPathTest {

    @TempDir
    private Path folder;

    private Path good;
    private Path broken;

    @BeforeEach
    void build() throws IOException {
        good = new PluginJar(folder)
                .matcherPlugin("thirds", PluginJar.matcherOf("7"))
                .version("1.2")
                .at(folder.resolve("built/thirds.jar"));
        broken = new PluginJar(folder)
                .matcherPlugin("future", PluginJar.matcherOf("7"))
                .builtFor("9.0")
                .at(folder.resolve("built/future.jar"));
        Files.writeString(folder.resolve("lab.yaml"), """
                model:
                  input: {width: 152, height: 152}
                  backbone: {use: small-vgg}
                  priors: {use: ssd-priors}
                dataset:
                  train: {use: shapes, split: train}
                  test: {use: shapes, split: test}
                training:
                  matcher: thirds
                  loss: multibox
                  batch: 16
                  iterations: 100
                  augment: {resize: {}}
                  optimiser: {learning-rate: 0.01}
                metrics: [voc07]
                """);
    }

    @Test
    void theOptionTheVariableAndTheFoldersOfTheInstallationBringPlugins() throws IOException {
        String path = folder.relativize(good).toString();
        assertThat(CliRun.in(folder, Map.of(), "validate", "--plugin-path", path, "lab.yaml")
                        .exitCode())
                .isZero();
        assertThat(CliRun.in(folder, Map.of("SSDLAB_PLUGINS", path), "validate", "lab.yaml")
                        .exitCode())
                .isZero();

        Path installed = Files.createDirectories(folder.resolve("plugins/thirds"));
        Files.copy(good, installed.resolve("thirds.jar"));
        assertThat(CliRun.in(folder, Map.of(), "validate", "lab.yaml").exitCode())
                .isZero();
    }

    @Test
    void listsAPluginWithItsJarAndItsBuild() {
        CliRun run = CliRun.in(folder, Map.of(), "plugins", "--plugin-path", good.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("thirds 1.2  " + good).contains("  matcher thirds");
        assertThat(run.out().lines().filter(line -> line.contains("sha256 "))).hasSize(1);
    }

    @Test
    void aBrokenPluginIsToldAndStopsOnlyWhatNeedsIt() {
        String both = good + java.io.File.pathSeparator + broken;
        CliRun without = CliRun.in(folder, Map.of(), "validate", "--plugin-path", both, "lab.yaml");
        assertThat(without.exitCode()).isZero();
        assertThat(without.err())
                .contains("left out: plugin %s: future.jar was built for the SPI 9.0, and this is %s"
                        .formatted(broken, Spi.VERSION));

        CliRun needing = CliRun.in(
                folder, Map.of(), "validate", "--plugin-path", both, "--set", "training.matcher=future", "lab.yaml");
        assertThat(needing.exitCode()).isEqualTo(2);
        assertThat(needing.err())
                .contains("there is no matcher named future")
                .contains("left out: %s, future.jar was built for the SPI 9.0".formatted(broken));
    }

    @Test
    void aPathWithoutPluginsIsWrongInput() {
        CliRun run = CliRun.in(folder, Map.of(), "validate", "--plugin-path", "nowhere", "lab.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--plugin-path: there is no " + folder.resolve("nowhere"));
    }

    @Test
    void aComponentThatCannotBeBuiltIsToldAtItsPlaceInTheExperiment() throws IOException {
        Path jar = new PluginJar(folder)
                .matcherPlugin(
                        "thirds",
                        PluginJar.matcherOf("7")
                                .replace("() {}", "() { throw new IllegalStateException(\"no licence\"); }"))
                .version("1.2")
                .at(folder.resolve("built/stubborn.jar"));

        CliRun run = CliRun.in(folder, Map.of(), "validate", "--plugin-path", jar.toString(), "lab.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("lab.yaml:9:3: matcher thirds of plugin thirds 1.2 (%s) cannot be built: ".formatted(jar))
                .contains("no licence");
    }

    @Test
    void aMethodThatThrowsIsToldAndShownWithDebug() throws IOException {
        Path jar = new PluginJar(folder)
                .source("ThePlugin", """
                    public final class ThePlugin implements io.ssdlab.spi.Plugin {
                        public String name() { return "fragile"; }
                        public void contribute(io.ssdlab.spi.Contributions found) {
                            found.priorBoxes("fragile", ThePriors.class);
                        }
                    }
                    """)
                .source("ThePriors", """
                    public final class ThePriors implements io.ssdlab.spi.model.PriorBoxGenerator {
                        @jakarta.inject.Inject
                        public ThePriors() {}
                        public io.ssdlab.spi.model.PriorBoxes generate(
                                java.util.List<io.ssdlab.spi.model.SourceMap> sources,
                                io.ssdlab.spi.model.InputSize input) {
                            throw new IllegalStateException("out of ideas");
                        }
                    }
                    """)
                .provider("outside.ThePlugin")
                .version("1.2")
                .at(folder.resolve("built/fragile.jar"));
        CliRun run = fragilePriors(jar);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("prior-boxes fragile of plugin fragile 1.2 (%s) failed: ".formatted(jar))
                .contains("out of ideas")
                .contains("--debug")
                .doesNotContain("ThePriors.java");
        CliRun shown = fragilePriors(jar, "--debug");
        assertThat(shown.exitCode()).isEqualTo(1);
        assertThat(shown.err()).contains("outside.ThePriors.generate(ThePriors.java:");
    }

    private CliRun fragilePriors(Path jar, String... more) {
        List<String> arguments = new ArrayList<>(List.of("priors", "--plugin-path", jar.toString()));
        arguments.addAll(List.of("--set", "training.matcher=bipartite-iou", "--set", "model.priors={use: fragile}"));
        arguments.addAll(List.of(more));
        arguments.add("lab.yaml");
        return CliRun.in(folder, Map.of(), arguments.toArray(String[]::new));
    }
}
