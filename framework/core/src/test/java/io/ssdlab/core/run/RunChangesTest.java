package io.ssdlab.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.core.store.Checksums;
import io.ssdlab.core.store.DatasetFingerprint;
import io.ssdlab.core.store.InferenceSpeed;
import io.ssdlab.core.store.RunDescription;
import io.ssdlab.core.store.RunIdentity;
import io.ssdlab.core.store.RunKey;
import io.ssdlab.core.store.RunOutcome;
import io.ssdlab.core.store.RunRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunChangesTest {

    private static final Map<String, String> VERSIONS = Map.of("ssd", "1.0", UsedVersions.FRAMEWORK, "0.1");
    private static final RunIdentity THEN = RunIdentity.of("c0ffee", 1, "da7a", "MXNet", VERSIONS);
    private static final RunRecord RUN = new RunRecord(
            THEN.id(),
            "shapes",
            "full",
            THEN,
            new RunOutcome(8732, 1, Map.of(), new InferenceSpeed(1, 8, "forward")),
            "2026-05-04T12:00:00Z",
            Checksums.of(Map.of()));

    private static List<String> changes(RunKey key, Map<String, String> before, Map<String, String> now) {
        RunDescription description = new RunDescription("shapes", "full", THEN, new TreeMap<>(before));
        return new RunChanges(key, new TreeMap<>(now)).since(RUN, Optional.of(description));
    }

    @Test
    void namesThePluginWhoseVersionChanged() {
        RunKey key = RunKey.of("c0ffee", 1, "MXNet", Map.of("ssd", "1.1", UsedVersions.FRAMEWORK, "0.1"));
        assertThat(changes(key, Map.of(), Map.of())).containsExactly("plugin ssd: 1.1, was 1.0");
        RunKey further =
                RunKey.of("c0ffee", 1, "MXNet", Map.of("ssd", "1.0", "focal", "2.0", UsedVersions.FRAMEWORK, "0.2"));
        assertThat(changes(further, Map.of(), Map.of()))
                .containsExactly("plugin focal: 2.0, was nothing", "ssdlab framework: 0.2, was 0.1");
    }

    @Test
    void namesTheSettingsThatChangedButNotADozen() {
        RunKey key = RunKey.of("decaf", 1, "MXNet", VERSIONS);
        assertThat(changes(key, Map.of("training.batch", "16", "a", "1"), Map.of("training.batch", "32", "a", "1")))
                .containsExactly("training.batch: 32, was 16");
        SortedMap<String, String> many = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
            many.put("key%02d".formatted(i), "1");
        }
        assertThat(changes(key, Map.of(), many))
                .hasSize(4)
                .startsWith("key00: 1, was nothing")
                .endsWith("9 further settings");
        assertThat(new RunChanges(key, many).since(RUN, Optional.empty())).containsExactly("its settings changed");
    }

    @Test
    void tellsOtherDataOnceItIsKnown() {
        RunKey key = RunKey.of("c0ffee", 1, "MXNet", VERSIONS);
        assertThat(changes(key.on(new DatasetFingerprint("new")), Map.of(), Map.of()))
                .containsExactly("the data set changed");
        assertThat(changes(key.on(new DatasetFingerprint("da7a")), Map.of(), Map.of()))
                .isEmpty();
    }
}
