package io.ssdlab.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.CliRun;
import io.ssdlab.cli.DocumentedCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code README.md}, {@code docs} and the pages of {@code results} to what they speak of. */
class DocumentationTest {

    private static final Path CHECKOUT =
            Path.of("").toAbsolutePath().resolve("../..").normalize();
    private static final Path DOCS = CHECKOUT.resolve("docs");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    /** Experiments that readers are told to write. */
    private static final Pattern READERS_OWN = Pattern.compile("experiments/mine[a-z-]*\\.yaml");

    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private static final CliEnvironment ENVIRONMENT =
            new CliEnvironment(NOWHERE, NOWHERE, CHECKOUT, Map.of(), CHECKOUT, CHECKOUT, OptionalInt.empty(), false);

    private static List<MarkdownPage> pages() throws IOException {
        List<MarkdownPage> pages = new ArrayList<>(List.of(MarkdownPage.read(CHECKOUT.resolve("README.md"))));
        for (Path folder : List.of(DOCS, CHECKOUT.resolve("results"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".md"))
                        // What is built or run leaves pages too, which are not of the checkout.
                        .filter(file -> !folder.relativize(file).toString().matches("(runs|data)/.*|.*/target/.*"))
                        .sorted()
                        .map(MarkdownPage::read)
                        .forEach(pages::add);
            }
        }
        assertThat(pages).hasSizeGreaterThan(20);
        return pages;
    }

    private static String name(MarkdownPage page) {
        return CHECKOUT.relativize(page.file()).toString();
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (MarkdownPage page : pages()) {
            for (String target : page.targets()) {
                if (!ELSEWHERE.matcher(target).matches() && !resolves(page, target)) {
                    dead.add(name(page) + ": " + target);
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    private static boolean resolves(MarkdownPage page, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty()
                ? page.file()
                : page.file().resolveSibling(parts[0]).normalize();
        if (!file.startsWith(CHECKOUT) || !Files.exists(file)) {
            return false;
        }
        return parts.length == 1 || MarkdownPage.read(file).anchors().contains(parts[1]);
    }

    @Test
    void everyPageOfTheDocumentationIsInItsIndex() throws IOException {
        List<Path> linked = MarkdownPage.read(DOCS.resolve("README.md")).targets().stream()
                .map(target -> DOCS.resolve(target.split("#", 2)[0]).normalize())
                .toList();
        assertThat(pages())
                .extracting(MarkdownPage::file)
                .filteredOn(file -> file.startsWith(DOCS) && !file.startsWith(DOCS.resolve("plugin-guide/example")))
                .filteredOn(file -> !file.equals(DOCS.resolve("README.md")))
                .allMatch(linked::contains);
    }

    @Test
    void everyCommandAndOptionIsThere() throws IOException {
        List<String> wrong = new ArrayList<>();
        int commands = 0;
        for (MarkdownPage page : pages()) {
            for (String line : page.commands()) {
                commands++;
                List<String> unknown = DocumentedCommand.of(line).unknown(ENVIRONMENT);
                if (!unknown.isEmpty()) {
                    wrong.add("%s: %s: there is no %s".formatted(name(page), line, unknown));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(commands).isGreaterThan(80);
    }

    @Test
    void everyExperimentThatIsRunIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (MarkdownPage page : pages()) {
            for (String line : page.commands()) {
                for (String file : DocumentedCommand.of(line).experiments()) {
                    if (!READERS_OWN.matcher(file).matches() && !Files.isRegularFile(CHECKOUT.resolve(file))) {
                        missing.add("%s: %s".formatted(name(page), file));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void theReferenceIsThatOfTheSettings() throws IOException {
        CliRun schema = CliRun.in(CHECKOUT, Map.of(), "schema", "--format", "md");

        assertThat(Files.readString(DOCS.resolve("experiment-reference.md")))
                .as("stale: make it again with ./ssdlab schema --format md --out docs/experiment-reference.md")
                .isEqualTo(schema.out());
    }
}
