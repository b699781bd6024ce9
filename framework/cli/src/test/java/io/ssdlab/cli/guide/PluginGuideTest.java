package io.ssdlab.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.cli.project.PluginTemplate;
import io.ssdlab.cli.project.ProjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/plugin-guide} to the files that it speaks of, and these to ssdlab. */
class PluginGuideTest {

    private static final Path FOLDER =
            Path.of("").toAbsolutePath().resolve("../../docs/plugin-guide").normalize();
    private static final Path EXAMPLE = FOLDER.resolve("example");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([^`]+)` \\| (\\d+) \\| [^|]+\\|$");
    private static final Pattern EXCERPT =
            Pattern.compile("```(?:java|yaml|xml)\n(?://|#|<!--) ([^ \n]+)(?: -->)?\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ANY_EXCERPT = Pattern.compile("```(?:java|yaml|xml)\n");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)[^):]*\\)");
    private static final Pattern BUILT_FOR = Pattern.compile("<ssdlab.spi>(.*)</ssdlab.spi>");

    private static String guide() throws IOException {
        return Files.readString(FOLDER.resolve("README.md"));
    }

    @Test
    void listsEveryFileOfTheExampleWithItsLines() throws IOException {
        Map<String, Long> listed = new TreeMap<>();
        LISTED.matcher(guide()).results().forEach(row -> listed.put(row.group(1), Long.valueOf(row.group(2))));
        Map<String, Long> there = new TreeMap<>();
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path path = EXAMPLE.relativize(file);
                if (!path.startsWith("target")) {
                    there.put(path.toString(), Files.readString(file).lines().count());
                }
            }
        }
        assertThat(listed).isEqualTo(there);
    }

    @Test
    void excerptsAreLinesOfTheirFiles() throws IOException {
        Map<MatchResult, String> files = new LinkedHashMap<>();
        for (MatchResult excerpt : EXCERPT.matcher(guide()).results().toList()) {
            files.put(excerpt, Files.readString(EXAMPLE.resolve(excerpt.group(1))));
        }
        assertThat(files).hasSize((int) ANY_EXCERPT.matcher(guide()).results().count());
        files.forEach(
                (excerpt, file) -> assertThat("\n" + file).as(excerpt.group(1)).contains("\n" + excerpt.group(2)));
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        assertThat(LINK.matcher(guide()).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(FOLDER.resolve(link)).exists());
    }

    /** Else its build would not be as good as that of a project that ssdlab writes, or need what no build has fetched. */
    @Test
    void theExamplesPomIsThatOfANewProject() throws IOException {
        String pom = Files.readString(EXAMPLE.resolve("pom.xml"));
        String fresh = new PluginTemplate(new ProjectName("example", "org.example.plugin"))
                .files()
                .get("pom.xml");

        assertThat(withoutSpi(pom)).isEqualTo(withoutSpi(fresh));
    }

    private static String withoutSpi(String pom) {
        return BUILT_FOR.matcher(pom).replaceAll("");
    }
}
