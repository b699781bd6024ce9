package io.ssdlab.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunIdentityTest {

    private static RunIdentity identity(String config, long seed, String data, String engine, String version) {
        return RunIdentity.of(config, seed, data, engine, Map.of("ssd", version));
    }

    @Test
    void hasAnIdOfEveryPart() {
        RunIdentity one = identity("c", 1, "d", "MXNet", "1.0");
        Stream<RunIdentity> others = Stream.of(
                identity("x", 1, "d", "MXNet", "1.0"),
                identity("c", 2, "d", "MXNet", "1.0"),
                identity("c", 1, "x", "MXNet", "1.0"),
                identity("c", 1, "d", "PyTorch", "1.0"),
                identity("c", 1, "d", "MXNet", "1.1"),
                RunIdentity.of("c", 1, "d", "MXNet", Map.of("other", "1.0")),
                // Where one part ends and the next begins counts.
                identity("c", 1, "dM", "XNet", "1.0"));
        assertThat(Stream.concat(Stream.of(one), others).map(RunIdentity::id)).doesNotHaveDuplicates();
        assertThat(identity("c", 1, "d", "MXNet", "1.0").id())
                .isEqualTo(one.id())
                .matches("[0-9a-f]{64}");
        assertThat(one.shortId()).hasSize(8).isEqualTo(one.id().substring(0, 8));
    }

    @Test
    void doesNotDependOnTheOrderOfPlugins() {
        assertThat(RunIdentity.of("c", 1, "d", "e", Map.of("a", "1", "b", "2")).id())
                .isEqualTo(RunIdentity.of("c", 1, "d", "e", Map.of("b", "2", "a", "1"))
                        .id());
    }
}
