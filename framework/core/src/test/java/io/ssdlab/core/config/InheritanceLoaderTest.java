package io.ssdlab.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InheritanceLoaderTest {

    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    private Path write(String name, String text) {
        try {
            Path file = files.getPath("/lab").resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void laysAFileOverItsParentsTheLaterOverTheEarlier() {
        write("base/one.yaml", "a: 1\nb: 1\nc: 1\n");
        write("base/two.yaml", "extends: one.yaml\nb: 2\nc: 2\n");
        write("base/three.yaml", "c: 3\nd: 3\n");
        Path file = write("top.yaml", "extends: [base/two.yaml, base/three.yaml]\nd: 4\n");

        ConfigNode tree = new InheritanceLoader().load(file);

        assertThat(tree.find("a").orElseThrow().origin()).hasToString("/lab/base/one.yaml:1:4");
        assertThat(tree.find("b").orElseThrow().text()).isEqualTo("2");
        assertThat(tree.find("c").orElseThrow().text()).isEqualTo("3");
        assertThat(tree.find("d").orElseThrow().origin()).hasToString("/lab/top.yaml:2:4");
        assertThat(tree.entry("extends")).isEmpty();
    }

    @Test
    void allowsTheSameFileTwiceButNoCircle() {
        write("root.yaml", "a: 1");
        write("left.yaml", "extends: root.yaml");
        write("right.yaml", "extends: root.yaml");
        Path diamond = write("diamond.yaml", "extends: [left.yaml, right.yaml]");
        assertThat(new InheritanceLoader().load(diamond).find("a")).isPresent();

        Path first = write("first.yaml", "extends: second.yaml");
        write("second.yaml", "x: 1\nextends: ./first.yaml");
        assertThatThrownBy(() -> new InheritanceLoader().load(first))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("/lab/second.yaml:2:10: a file that extends itself")
                .hasMessageContaining("/lab/first.yaml -> /lab/second.yaml -> /lab/first.yaml");
    }

    @Test
    void findsTheProblemsOfAllParents() {
        write("list.yaml", "- 1");
        write("dull.yaml", "a: [1");
        write("empty.yaml", "# nothing\n");
        Path file = write("top.yaml", "extends: [none.yaml, list.yaml, empty.yaml, 5, {a: 1}, dull.yaml]");

        assertThatThrownBy(() -> new InheritanceLoader().load(file))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.where() + ": " + problem.what())
                                .containsExactly(
                                        "/lab/top.yaml:1:11: cannot extend /lab/none.yaml: there is no such file",
                                        "/lab/list.yaml:1:1: the file holds a list",
                                        "/lab/empty.yaml:1:1: the file is empty",
                                        "/lab/top.yaml:1:45: extends is no path",
                                        "/lab/top.yaml:1:48: extends is no path",
                                        "/lab/dull.yaml:1:6: not valid YAML: expected ',' or ']', but got <stream end>"))
                .hasMessageContaining("(extended at /lab/top.yaml:1:56)");
    }

    @Test
    void boundsTheChain() {
        for (int i = 0; i < 20; i++) {
            write("f" + i + ".yaml", "extends: f" + (i + 1) + ".yaml");
        }
        write("f20.yaml", "a: 1");

        assertThatThrownBy(() -> new InheritanceLoader().load(files.getPath("/lab/f0.yaml")))
                .hasMessageContaining("/lab/f15.yaml:1:10: more files are extended");
    }

    @Test
    void boundsTheNumberOfFiles() {
        // Each of 12 levels names the next twice: 2^12 loads without a bound.
        for (int i = 0; i < 12; i++) {
            write("f" + i + ".yaml", "extends: [f%d.yaml, f%d.yaml]".formatted(i + 1, i + 1));
        }
        write("f12.yaml", "a: 1");

        assertThatThrownBy(() -> new InheritanceLoader().load(files.getPath("/lab/f0.yaml")))
                .hasMessageContaining("more files are extended");
    }
}
