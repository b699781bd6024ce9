package io.ssdlab.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.cli.CliRun;
import io.ssdlab.cli.project.PluginTemplate;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what {@code docs/plugin-guide} says, and what a new project's README says, outside of this build: real processes of
 * Maven and of the distribution, which know of ssdlab only what is installed.
 */
@Tag("launcher")
class PluginWalkthroughTest {

    private static final Pattern CLASS_PATH = Pattern.compile("<property name=\"java.class.path\" value=\"([^\"]*)\"");
    private static final Pattern TOTAL =
            Pattern.compile("(?m)Tests run: (\\d+), Failures: 0, Errors: 0, Skipped: 0\\s*$");

    @TempDir
    private static Path folder;

    private static CopiedCheckout checkout;
    private static List<ShellBlock> guide;

    @BeforeAll
    static void install() throws Exception {
        checkout = new CopiedCheckout(folder);
        guide = ShellBlock.of(Files.readString(checkout.folder().resolve("docs/plugin-guide/README.md")));
        assertThat(guide.get(0)).isEqualTo(new ShellBlock(ShellBlock.CHECKOUT, PluginTemplate.INSTALL + "\n"));

        CliRun run = checkout.shell(checkout.folder(), guide.get(0).script());

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(checkout.repository().resolve("io/ssdlab/ssdlab-spi")).isDirectory();
    }

    @AfterAll
    static void takeLinksOut() throws IOException {
        checkout.close();
    }

    /** Every block after the first, in order; each must end well. */
    @Test
    void theGuideLeadsToATableWithTheExamplesRows() throws Exception {
        Path project = folder.resolve("example");
        StringBuilder out = new StringBuilder();
        for (ShellBlock block : guide.subList(1, guide.size())) {
            CliRun run = checkout.shell(
                    block.where().equals(ShellBlock.PROJECT) ? project : checkout.folder(), block.script());
            assertThat(run.exitCode())
                    .as("%s\n%s\n%s", block, run.out(), run.err())
                    .isZero();
            out.append(run.out());
        }

        assertBuiltAndTestedOutside(project, out.toString());
        String jar = project.resolve("target/example-0.1.0.jar").toString();
        assertThat(out)
                .contains("example 0.1.0  " + jar + "\n  contents: sha256 ")
                .contains("  matcher scale-compensation\n    threshold = 0.35\n")
                .contains("  augmenter grid-mask\n    probability = 0.7\n")
                .contains("experiments/quick.yaml: OK, 4 rows, 2180 prior boxes")
                .contains("experiments/shapes.yaml: OK, 4 rows, 8732 prior boxes");
        List<List<String>> rows = table(out.toString(), "| row ");
        assertThat(rows)
                .extracting(row -> row.subList(0, 4))
                .as("by the option, by the variable, by the folder, as the guide prints it")
                .containsExactlyElementsOf(Stream.of(shown(), shown(), shown())
                        .flatMap(List::stream)
                        .toList());
        assertThat(rows).allSatisfy(row -> assertThat(row.get(4)).matches("\\d+\\.\\d"));
    }

    /** The first columns of the table that the guide prints. */
    private static List<List<String>> shown() throws IOException {
        List<List<String>> rows =
                table(Files.readString(checkout.folder().resolve("docs/plugin-guide/README.md")), "| row | matching ");
        assertThat(rows).hasSize(4);
        return rows;
    }

    @Test
    void aNewPluginIsBuiltTestedAndTrainedAsItsReadmeSays() throws Exception {
        CliRun written =
                checkout.shell(folder, "ssdlab new plugin soft-anchors --package com.acme.anchors --directory mine");
        assertThat(written.exitCode()).as(written.err()).isZero();
        Path project = folder.resolve("mine");
        List<ShellBlock> readme = ShellBlock.of(Files.readString(project.resolve("README.md")));
        assertThat(readme).hasSize(2);
        assertThat(readme.get(0)).isEqualTo(guide.get(0));

        CliRun run = checkout.shell(project, readme.get(1).script());

        assertThat(run.exitCode()).as("%s\n%s", run.out(), run.err()).isZero();
        assertBuiltAndTestedOutside(project, run.out());
        assertThat(run.out())
                .contains("soft-anchors 0.1.0  " + project.resolve("target/soft-anchors-0.1.0.jar"))
                .contains("  matcher soft-anchors\n    threshold = 0.3\n");
        assertThat(table(run.out(), "| row "))
                .extracting(row -> row.subList(1, 3))
                .containsExactly(List.of("SSD", "2180"), List.of("soft-anchors", "2180"));
    }

    /** Its own tests ran, and saw nothing of ours but what is installed. */
    private static void assertBuiltAndTestedOutside(Path project, String out) throws IOException {
        assertThat(out).contains("BUILD SUCCESS").containsPattern(TOTAL);
        List<Path> reports;
        try (Stream<Path> files = Files.list(project.resolve("target/surefire-reports"))) {
            reports = files.filter(file -> file.toString().endsWith(".xml")).toList();
        }
        assertThat(reports).isNotEmpty();
        for (Path report : reports) {
            Matcher found = CLASS_PATH.matcher(Files.readString(report));
            assertThat(found.find()).isTrue();
            assertThat(found.group(1).split(File.pathSeparator))
                    .allSatisfy(entry ->
                            assertThat(Path.of(entry)).matches(path -> path.startsWith(project) || isInstalled(path)));
        }
    }

    private static boolean isInstalled(Path path) {
        return path.startsWith(checkout.repository());
    }

    /** The cells of all tables whose heads begin so, without the heads. */
    private static List<List<String>> table(String text, String head) {
        List<List<String>> rows = new ArrayList<>();
        boolean within = false;
        for (String line : text.lines().toList()) {
            if (line.startsWith(head)) {
                within = true;
            } else if (!line.startsWith("|")) {
                within = false;
            } else if (within && !line.startsWith("| -")) {
                rows.add(Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList());
            }
        }
        return rows;
    }
}
