package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.cli.CliRun;
import io.ssdlab.core.plugin.Component;
import io.ssdlab.core.plugin.ComponentKind;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code docs/components.md} to what is installed: every component has its line, and every line is valid. */
class ComponentsGuideTest {

    private static final Path GUIDE =
            Path.of("").toAbsolutePath().resolve("../../docs/components.md").normalize();
    private static final Pattern SECTION = Pattern.compile("## ([A-Z][a-z ]+)\n(.*?)(?=\n## |\\z)", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9-]+)` \\| `(\\{.*?\\})` \\| .+ \\|");

    /** The sections, and what a line of one says in an experiment. */
    private static final Map<String, String> SETTINGS = Map.of(
            "Backbones", "model: {backbone: %2$s}",
            "Prior boxes", "model: {priors: %2$s}",
            "Matchers", "training: {matcher: %2$s}",
            "Losses", "training: {loss: %2$s}",
            "Augmenters", "training: {augment: {%1$s: %2$s}}");

    private static final String BASE = """
            dataset:
              train: {use: shapes, split: train, train-images: 40, test-images: 6, image-size: 96}
              test: {use: shapes, split: test, train-images: 40, test-images: 6, image-size: 96}
            model:
              backbone: small-vgg
              priors: ssd-priors
            training:
              matcher: bipartite-iou
              loss: multibox
              iterations: 10
              batch: 4
              optimiser: {learning-rate: 0.01}
            """;

    private static final Map<ComponentKind, String> SECTIONS = Map.of(
            ComponentKind.BACKBONE, "Backbones",
            ComponentKind.PRIOR_BOXES, "Prior boxes",
            ComponentKind.MATCHER, "Matchers",
            ComponentKind.LOSS, "Losses",
            ComponentKind.AUGMENTER, "Augmenters");

    @TempDir
    private Path folder;

    /** A line of the page. */
    private record Line(String section, String name, String yaml) {

        String experiment() {
            return "extends: base.yaml\n" + SETTINGS.get(section).formatted(name, yaml) + "\n";
        }
    }

    private static List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (MatchResult section :
                SECTION.matcher(Files.readString(GUIDE)).results().toList()) {
            ROW.matcher(section.group(2))
                    .results()
                    .map(row -> new Line(section.group(1), row.group(1), row.group(2)))
                    .forEach(lines::add);
        }
        return lines;
    }

    @Test
    void everyComponentHasItsLine() throws IOException {
        List<Component> installed = ComponentRegistry.injector(
                        InstalledPlugin.discover(ComponentsGuideTest.class.getClassLoader()))
                .getInstance(ComponentRegistry.class)
                .all();
        assertThat(lines())
                .extracting(line -> line.section() + ": " + line.name())
                .containsExactlyInAnyOrderElementsOf(installed.stream()
                        .filter(component -> SECTIONS.containsKey(component.kind()))
                        .map(component -> SECTIONS.get(component.kind()) + ": " + component.name())
                        .toList());
    }

    @Test
    void everyLineIsValid() throws IOException {
        Files.writeString(folder.resolve("base.yaml"), BASE);
        List<String> arguments = new ArrayList<>(List.of("validate"));
        for (Line line : lines()) {
            String file = line.name() + ".yaml";
            Files.writeString(folder.resolve(file), line.experiment());
            arguments.add(file);
        }
        CliRun run = CliRun.in(folder, arguments.toArray(String[]::new));

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(lines().size()).allMatch(line -> line.contains(".yaml: OK, 1 row"));
    }
}
