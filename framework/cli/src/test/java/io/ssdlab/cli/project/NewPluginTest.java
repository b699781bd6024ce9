package io.ssdlab.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import io.ssdlab.spi.Spi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewPluginTest {

    private final Path lab = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");

    private CliRun newPlugin(String... arguments) {
        return CliRun.in(
                lab,
                Map.of(),
                Stream.concat(Stream.of("new", "plugin"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private void assertNothingWritten() throws IOException {
        assertThat(files(lab)).isEmpty();
        try (Stream<Path> entries = Files.list(lab)) {
            assertThat(entries).isEmpty();
        }
    }

    @Test
    void writesAProjectAndSaysWhatIsNext() throws IOException {
        CliRun run = newPlugin("soft-anchors");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEqualTo("ssdlab: wrote 11 files to soft-anchors\n");
        assertThat(run.out())
                .contains("\n    " + PluginTemplate.INSTALL + "\n")
                .contains("\n    cd soft-anchors\n    mvn verify\n")
                .contains("ssdlab run --plugin-path target/soft-anchors-0.1.0.jar experiments/quick.yaml");
        assertThat(files(lab.resolve("soft-anchors")))
                .containsExactly(
                        ".gitignore",
                        "README.md",
                        "experiments/quick.yaml",
                        "experiments/shapes.yaml",
                        "pom.xml",
                        "src/main/java/org/example/softanchors/SoftAnchorsMatcher.java",
                        "src/main/java/org/example/softanchors/SoftAnchorsMatcherConfig.java",
                        "src/main/java/org/example/softanchors/SoftAnchorsPlugin.java",
                        "src/main/resources/META-INF/services/io.ssdlab.spi.Plugin",
                        "src/test/java/org/example/softanchors/SoftAnchorsMatcherTest.java",
                        "src/test/java/org/example/softanchors/SoftAnchorsPluginTest.java");
        assertThat(lab.resolve("soft-anchors/pom.xml"))
                .content()
                .contains("<groupId>org.example.softanchors</groupId>\n  <artifactId>soft-anchors</artifactId>")
                .contains("<ssdlab.spi>" + Spi.VERSION + "</ssdlab.spi>")
                .doesNotContain("${project")
                .doesNotContainPattern("@[a-z-]+@");
    }

    @Test
    void takesAPackageAndAFolder() throws IOException {
        CliRun run = newPlugin("x", "--package", "com.acme", "--directory", "deep/down");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("cd deep/down\n");
        assertThat(files(lab.resolve("deep/down")))
                .hasSize(11)
                .contains("src/main/java/com/acme/XPlugin.java", "src/test/java/com/acme/XMatcherTest.java");
        assertThat(lab.resolve("deep/down/src/main/resources/META-INF/services/io.ssdlab.spi.Plugin"))
                .hasContent("com.acme.XPlugin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"My Plugin", "3d", "soft_anchors", "Soft", "soft--anchors", "soft-", "../soft"})
    void refusesWhatCannotBeAName(String name) throws IOException {
        CliRun run = newPlugin(name);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("ssdlab: NAME: '%s' cannot be a plugin's name\n".formatted(name)
                        + "    write it in kebab case and begin with a letter, such as soft-anchors\n");
        assertNothingWritten();
    }

    @ParameterizedTest
    @CsvSource({"ssd,plugin,ssd", "atss,matcher,anchors"})
    void refusesATakenName(String name, String kind, String holder) throws IOException {
        CliRun run = newPlugin(name);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("ssdlab: NAME: the name %s %s is taken by plugin %s ".formatted(kind, name, holder))
                .endsWith("\n    choose another name\n");
        assertNothingWritten();
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.new", "org.9x", "org.ex-ample", "org..x", "org.Bär", ""})
    void refusesWhatCannotBeAPackage(String name) throws IOException {
        CliRun run = newPlugin("soft", "--package", name);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("ssdlab: --package: '%s' cannot be a package's name\n".formatted(name));
        assertNothingWritten();
    }

    @ParameterizedTest
    @CsvSource({"io.ssdlab.spi.mine,io.ssdlab.spi", "java.mine,java", "ai.djl,ai.djl"})
    void refusesAPackageThatPluginsGetFromSsdlab(String name, String taken) throws IOException {
        CliRun run = newPlugin("soft", "--package", name);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("ssdlab: --package: %s lies in %s, whose classes".formatted(name, taken));
        assertNothingWritten();
    }

    @Test
    void aNameThatIsAWordOfJavaNeedsAPackage() throws IOException {
        CliRun run = newPlugin("switch");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("ssdlab: --package: 'org.example.switch' cannot be a package's name\n");
        assertNothingWritten();

        assertThat(newPlugin("switch", "--package", "org.example").exitCode()).isZero();
        assertThat(lab.resolve("switch/src/main/java/org/example/SwitchMatcher.java"))
                .exists();
    }

    @Test
    void leavesWhatIsThereAlone() throws IOException {
        Files.createDirectories(lab.resolve("soft"));
        Files.writeString(lab.resolve("soft/mine.txt"), "mine");
        Files.writeString(lab.resolve("file"), "mine");
        for (String directory : List.of("soft", "file")) {
            CliRun run = newPlugin("soft", "--directory", directory);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualTo("ssdlab: --directory: /lab/%s is there already, and is no empty folder\n"
                                    .formatted(directory)
                            + "    name another one: --directory DIR\n");
        }
        assertThat(files(lab)).containsExactly("file", "soft/mine.txt");
    }

    @Test
    void fillsAnEmptyFolder() throws IOException {
        CliRun run = newPlugin("soft", "--directory", ".");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\n    cd .\n");
        assertThat(files(lab)).hasSize(11).contains("pom.xml");
        try (Stream<Path> entries = Files.list(lab)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder("pom.xml", "README.md", ".gitignore", "experiments", "src");
        }
    }

    @Test
    void tellsAllThatIsWrongAtOnce() throws IOException {
        Files.writeString(lab.resolve("file"), "mine");

        CliRun run = newPlugin("ssd", "--package", "org.new", "--directory", "file");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("ssdlab: NAME: ", "ssdlab: --package: ", "ssdlab: --directory: ");
    }

    @Test
    void withoutANameItIsWrongInput() {
        CliRun run = newPlugin();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("NAME").contains("'ssdlab new plugin --help' lists what there is");
    }

    @Test
    void whatFailsHalfwayLeavesNothing() throws IOException {
        Map<String, String> impossible = new LinkedHashMap<>();
        impossible.put("a/b", "a file in a");
        impossible.put("a", "the folder a as a file");

        assertThatThrownBy(() -> new NewFolder(lab.resolve("fresh")).write(impossible))
                .isInstanceOf(IOException.class);
        assertNothingWritten();
        assertThatThrownBy(() -> new NewFolder(lab).write(impossible)).isInstanceOf(IOException.class);
        assertNothingWritten();
    }
}
