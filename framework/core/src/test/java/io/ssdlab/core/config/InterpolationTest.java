package io.ssdlab.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterpolationTest {

    private final Problems problems = new Problems();

    private Optional<Object> resolve(String yaml) {
        ConfigNode tree = new YamlReader().read("f", yaml);
        return new Interpolation(List.of(tree), Map.of("HOME", "/home/me", "FOUR", "4"))
                .resolve(tree.find("x").orElseThrow(), problems)
                .flatMap(ConfigNode::value);
    }

    @Test
    void takesKeysAndTheEnvironment() {
        assertThat(resolve("x: ${a.b}/y\na: {b: \"${env:HOME}\"}")).contains("/home/me/y");
        assertThat(resolve("x: ${l.1}\nl: [5, 6]")).contains(6L);
        assertThat(resolve("x: ${env:NONE:-fallback}")).contains("fallback");
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void typesTheResultAsIfItWereWrittenThere() {
        assertThat(resolve("x: ${env:FOUR}")).contains(4L);
        assertThat(resolve("x: {y: 1}").isEmpty()).isTrue();
        assertThat(resolve("x: \"${env:NONE:-yes}\"")).contains(true);
        assertThat(resolve("x: ${env:FOUR}2")).contains(42L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${script:javascript:java.lang.Runtime.getRuntime()}",
                "${dns:address|localhost}",
                "${url:UTF-8:http://localhost/}",
                "${file:UTF-8:/etc/passwd}",
                "${sys:user.name}",
                "${java:version}",
                "${const:java.lang.Integer.MAX_VALUE}",
                "${base64Decoder:SGVsbG8=}",
                "${env:NONE}",
                "${nothing.here}",
                "${m}"
            })
    void leavesEverythingElseUnresolvedAndSaysSo(String text) {
        assertThat(resolve("x: '" + text + "'\nm: {a: 1}")).isEmpty();
        assertThat(problems.list()).hasSize(1).first().satisfies(problem -> {
            assertThat(problem.where()).isEqualTo("f:1:4");
            assertThat(problem.what()).isEqualTo("cannot resolve " + text);
        });
    }

    @Test
    void stopsAtCircles() {
        assertThat(resolve("x: ${y}\ny: a${x}")).isEmpty();
        assertThat(problems.list()).extracting(Problem::what).containsExactly("${y} leads back to itself");
    }

    @Test
    void stopsAtReferencesThatDouble() {
        StringBuilder doubling = new StringBuilder("x: ${a40}\na0: boom\n");
        for (int i = 1; i <= 40; i++) {
            doubling.append("a%d: ${a%d}${a%d}%n".formatted(i, i - 1, i - 1));
        }
        assertThat(resolve(doubling.toString())).isEmpty();
        assertThat(problems.list()).hasSize(1);
    }
}
