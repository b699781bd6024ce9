package io.ssdlab.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    private final YamlReader reader = new YamlReader();

    private Object value(String yaml) {
        return reader.read("f", yaml).value().orElse("nothing");
    }

    @Test
    void typesScalarsAsResearchersMeanThem() {
        assertThat(value("yes")).isEqualTo(true);
        assertThat(value("off")).isEqualTo(false);
        assertThat(value("80_000")).isEqualTo(80_000L);
        assertThat(value("0x10")).isEqualTo(16L);
        assertThat(value("010")).isEqualTo(10L);
        assertThat(value("1e-3")).isEqualTo(0.001);
        assertThat(value("-.5")).isEqualTo(-0.5);
        assertThat(value(".inf")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(value("~")).isEqualTo("nothing");
        assertThat(value("'5'")).isEqualTo("5");
        assertThat(value("!!str 5")).isEqualTo("5");
        assertThat(value("1:30")).isEqualTo("1:30");
        assertThat(value("2007-06-01")).isEqualTo("2007-06-01");
        assertThat(value("12_")).isEqualTo("12_");
        assertThat(value("9".repeat(30)).toString()).isEqualTo("9".repeat(30));
    }

    @Test
    void keepsThePlacesOfKeysAndValues() {
        ConfigNode tree = reader.read("f.yaml", "a: 1\nb:\n  c:   [x, y]\n");

        assertThat(tree.origin()).hasToString("f.yaml:1:1");
        ConfigNode c = tree.find("b.c").orElseThrow();
        assertThat(c.keyOrigin()).hasToString("f.yaml:3:3");
        assertThat(c.origin()).hasToString("f.yaml:3:8");
        assertThat(tree.find("b.c.1").orElseThrow().origin()).hasToString("f.yaml:3:12");
        assertThat(tree.find("b.c.2")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://x/\"]]]]",
                "a: !!java.lang.Runtime {}",
                "a: !own 1",
                "a: !!binary aGk=",
                "a: !!int abc"
            })
    void refusesTags(String yaml) {
        assertThatThrownBy(() -> reader.read("f", yaml))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("f:1:4: ")
                .hasMessageContaining("is not allowed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: [1, 2'         | f:1:9: not valid YAML",
                "'a: 1\n  b: 2'      | f:2:4: not valid YAML",
                "'a: 1\nb: 2\na: 3'   | 'f:3:1: the key a is given twice\n    keep one of them; the first is at f:1:1'",
                "'? [1, 2]\n: 3'     | f:1:3: a key that is a list or a map",
                "'a: &x [*x]'       | f:1:4: an alias that contains itself",
                "'--- 1\n--- 2'      | f:2:1: not valid YAML",
                "'a: 1\nb: \u0007'    | f:2:4: not valid YAML",
            })
    void saysWhereTheTextIsWrong(String yaml, String expected) {
        assertThatThrownBy(() -> reader.read("f", yaml))
                .isInstanceOf(InvalidInputException.class)
                .message()
                .contains(expected.strip());
    }

    @Test
    void tellsToQuoteVariablesInBraces() {
        assertThatThrownBy(() -> reader.read("f", "a: {root: ${data}/x}"))
                .hasMessageContaining("f:1:12: not valid YAML")
                .hasMessageContaining("in quotes inside { }");
    }

    @Test
    void findsEveryDuplicateAtOnce() {
        assertThatThrownBy(() -> reader.read("f", "a: 1\na: 2\nb: {c: 1, c: 2}\n"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.where())
                                .containsExactly("f:2:1", "f:3:11"));
    }

    @Test
    void boundsWhatAliasesExpandTo() {
        StringBuilder few = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i <= 16; i++) {
            few.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        assertThatThrownBy(() -> reader.read("f", few.toString()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("aliases expand to more than");

        String many = "a: &a [x]\nb: [" + "*a, ".repeat(60) + "*a]\n";
        assertThatThrownBy(() -> reader.read("f", many))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not valid YAML");
    }

    @Test
    void boundsNesting() {
        assertThatThrownBy(() -> reader.read("f", "[".repeat(5000)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not valid YAML");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`a:\n\tb: 1`     | f:2:1: not valid YAML: found character '\\t(TAB)' that cannot start any token | write spaces instead",
                "`a: @b`         | f:1:4: not valid YAML: found character '@' that cannot start any token | in quotes",
                "`a: b: c`       | f:1:5: not valid YAML: mapping values are not allowed here | a text with a colon in quotes",
                "`a: *b`         | f:1:4: not valid YAML: found undefined alias b | begins with * in quotes",
                "`a: 1\n---\nb: 2` | f:2:1: not valid YAML: but found another document | without ---",
                "`a: \"b\nc: 1\n` | f:3:1: not valid YAML: found unexpected end of stream, while scanning a quoted scalar that begins at f:1:4 | quotes",
                "`a: {b: 1\nc: 2` | f:2:2: not valid YAML: expected ',' or '}', but got :, while parsing a flow mapping that begins at f:1:4 | brackets",
            })
    void saysWhatMendsASyntaxError(String yaml, String problem, String remedy) {
        assertThatThrownBy(() -> reader.read("f", yaml.replace("\\n", "\n").replace("\\t", "\t")))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.problems()).hasSize(1);
                    assertThat(e.problems().get(0).where() + ": "
                                    + e.problems().get(0).what())
                            .isEqualTo(problem);
                    assertThat(e.problems().get(0).remedy()).contains(remedy);
                });
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
            Path folder = Files.createDirectories(files.getPath("/lab"));
            Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
            Path large = Files.write(folder.resolve("large.yaml"), new byte[(1 << 20) + 1]);
            Path bom = Files.writeString(folder.resolve("bom.yaml"), "\uFEFFa: 1");

            assertThatThrownBy(() -> reader.read(folder)).hasMessageContaining("/lab: is a folder");
            assertThatThrownBy(() -> reader.read(folder.resolve("none.yaml")))
                    .hasMessageContaining("/lab/none.yaml: there is no such file");
            assertThatThrownBy(() -> reader.read(latin)).hasMessageContaining("is not text in UTF-8");
            assertThatThrownBy(() -> reader.read(large)).hasMessageContaining("has more than 1 MiB");
            assertThat(reader.read(bom).find("a").orElseThrow().value()).contains(1L);
        }
    }
}
